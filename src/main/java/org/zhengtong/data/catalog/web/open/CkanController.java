package org.zhengtong.data.catalog.web.open;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The CKAN Action API as harvesters use it: reading only, by GET or by POST of JSON. */
@Controller
class CkanController {

    private static final int LONGEST = 1 << 20;

    private final CkanActions actions;
    private final JsonMapper json;

    CkanController(CkanActions actions, JsonMapper json) {
        this.actions = actions;
        this.json = json;
    }

    @GetMapping("/api/3/action/{action}")
    ResponseEntity<String> get(@PathVariable String action, @RequestParam Map<String, String> params) {
        return answer(action, params);
    }

    @PostMapping({"/api/action/{action}", "/api/3/action/{action}"})
    ResponseEntity<String> post(
            @PathVariable String action, @RequestParam Map<String, String> params, HttpServletRequest request)
            throws IOException {
        var bytes = request.getInputStream().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            return failed(HttpStatus.CONTENT_TOO_LARGE, action, "Bad Request", "More than " + LONGEST + " octets");
        }
        var body = new String(bytes, StandardCharsets.UTF_8);
        var all = new HashMap<>(params);
        if (body.stripLeading().startsWith("{")) {
            try {
                read(json.readTree(body), all);
            } catch (JacksonException broken) {
                return failed(
                        HttpStatus.BAD_REQUEST, action, "Bad Request", "JSON Error: " + broken.getOriginalMessage());
            }
        }
        return answer(action, all);
    }

    private static void read(JsonNode sent, Map<String, String> params) {
        sent.properties()
                .forEach(field -> params.put(
                        field.getKey(),
                        field.getValue().isValueNode()
                                ? field.getValue().asString()
                                : field.getValue().toString()));
    }

    private ResponseEntity<String> answer(String action, Map<String, String> params) {
        Optional<Object> result;
        try {
            result = actions.run(action, params, base());
        } catch (CkanActions.WrongParameter wrong) {
            return failed(HttpStatus.CONFLICT, action, "Validation Error", wrong.getMessage());
        } catch (CkanActions.UnknownAction unknown) {
            return failed(HttpStatus.BAD_REQUEST, action, "Bad Request", "Action name not known: " + action);
        }
        return result.map(found -> sent(HttpStatus.OK, Map.of("help", help(action), "success", true, "result", found)))
                .orElseGet(() -> failed(HttpStatus.NOT_FOUND, action, "Not Found Error", "Not found"));
    }

    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }

    private static String help(String action) {
        return base() + "/api/3/action/help_show?name=" + action.replaceAll("[^a-z_]", "");
    }

    private ResponseEntity<String> failed(HttpStatus status, String action, String type, @Nullable String message) {
        var error = Map.of("__type", type, "message", message == null ? "" : message);
        return sent(status, Map.of("help", help(action), "success", false, "error", error));
    }

    private ResponseEntity<String> sent(HttpStatus status, Object body) {
        return ResponseEntity.status(status)
                .contentType(new MediaType("application", "json", java.nio.charset.StandardCharsets.UTF_8))
                .body(json.writeValueAsString(body));
    }
}
