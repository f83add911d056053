package org.zhengtong.data.mediation.web.govstack;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.web.api.SystemCall;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedCalls;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.Way;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** GovStack Digital Registries 1.3, reading: each read goes under a grant of the calling department, like any other. */
@Controller
@RequestMapping(Registries.PATH)
class RegistryController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 100;
    private static final int USUAL = 10;

    private final Registries registries;
    private final GrantedReading reading;
    private final GrantedCalls grants;

    RegistryController(Registries registries, GrantedReading reading, GrantedCalls grants) {
        this.registries = registries;
        this.reading = reading;
        this.grants = grants;
    }

    /** A read that may go: in which register, under which grant. */
    private record Asked(RegisterDefinition register, Use use) {}

    private Asked asked(String registry, String version, HttpServletRequest request, HttpServletResponse response) {
        var caller = SystemCall.of(request, response, reading);
        MediatorController.requireClient(request.getHeader("Information-Mediator-Client"), caller);
        var register = registries.require(registry, version);
        var grant = grant(register, request.getHeader("Grant"), caller);
        var purpose = caller.purpose().isEmpty() ? grant.terms().purpose() : caller.purpose();
        return new Asked(
                register,
                new Use(
                        grant.number(),
                        Way.API,
                        caller.client().department(),
                        caller.client().actor(),
                        purpose,
                        caller.origin(),
                        caller.known()));
    }

    /** The grant that is named, or the newest one that holds. */
    private DataGrant grant(RegisterDefinition register, @Nullable String named, SystemCall caller) {
        return grants.held(caller.client().department(), Subject.of(register.code())).stream()
                .filter(each -> each.terms().ways().contains(Way.API))
                .filter(each -> named == null
                        || GrantNumber.fits(named) && each.number().equals(new GrantNumber(named)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(MediationProblem.NO_GRANT));
    }

    @GetMapping
    ResponseEntity<byte[]> list(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = asked(registry, version, request, response);
        var parameters = request.getParameterMap();
        var after = RegistryQuery.one(parameters, "after");
        var number = number(RegistryQuery.one(parameters, "page"), 1);
        // records come by key; a later page is reached by the address that the one before it gave
        if (!RegistryQuery.one(parameters, "ordering").matches("(?:asc(?:ending)?)?")
                || after.isEmpty() != (number == 1)) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        var most = Math.clamp(number(RegistryQuery.one(parameters, "page_size"), USUAL), 1, MOST);
        var page = reading.search(
                asked.use(), RegistryQuery.list(parameters, asked.register(), after.isEmpty() ? null : after, most));
        var answer = JSON.createObjectNode().put("count", page.records().size());
        answer.put("next", page.next() == null ? null : next(request, number + 1, page.next()));
        answer.putNull("previous");
        var results = answer.putArray("results");
        page.records().forEach(record -> results.add(content(record)));
        return json(answer);
    }

    private static int number(String text, int usual) {
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : usual;
    }

    private static String next(HttpServletRequest request, int page, String after) {
        var query = new StringBuilder("?page=" + page);
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("page") && !name.equals("after")) {
                query.append('&').append(encoded(name)).append('=').append(encoded(values[0]));
            }
        });
        return request.getRequestURL()
                .append(query)
                .append("&after=")
                .append(encoded(after))
                .toString();
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }

    private static ObjectNode content(RegisterRecord record) {
        var content = JSON.createObjectNode();
        record.values()
                .forEach((item, value) -> content.set(
                        item.value(),
                        value instanceof Number || value instanceof Boolean
                                ? JSON.valueToTree(value)
                                : JSON.valueToTree(value.toString())));
        return content;
    }

    private static ResponseEntity<byte[]> json(ObjectNode answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-store")
                .body(JSON.writeValueAsBytes(answer));
    }

    @PostMapping("/read")
    ResponseEntity<byte[]> read(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        var record = find(asked(registry, version, request, response), request)
                .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        var answer = JSON.createObjectNode();
        answer.set("content", content(record));
        return json(answer);
    }

    private Optional<RegisterRecord> find(Asked asked, HttpServletRequest request) {
        var query = RegistryQuery.of(RegistryQuery.read(request), asked.register());
        return query.key(asked.register())
                .map(key -> reading.byKey(asked.use(), key))
                .orElseGet(() -> reading.search(asked.use(), query.first()).records().stream()
                        .findFirst());
    }

    @PostMapping("/exists")
    ResponseEntity<byte[]> exists(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        var found = find(asked(registry, version, request, response), request).isPresent();
        var answer = JSON.createObjectNode();
        answer.putObject("answer")
                .put("status", found)
                .put("message", found ? "Object found from database" : "Object not found from database");
        return json(answer);
    }

    @GetMapping({"/{key}/read-value/{field}.{ext}", "/{key}/readValue/{field}.{ext}"})
    ResponseEntity<byte[]> value(
            @PathVariable String registry,
            @PathVariable String version,
            HttpServletRequest request,
            HttpServletResponse response) {
        var parts = request.getRequestURI().split("/", -1);
        var key = decoded(parts[parts.length - 3]);
        var last = decoded(parts[parts.length - 1]);
        var dot = last.lastIndexOf('.');
        var asked = asked(registry, version, request, response);
        var field = last.substring(0, dot);
        if (!ItemName.fits(field)) {
            throw new ProblemException(RegistersProblem.RECORD_NOT_FOUND);
        }
        var value = RecordKey.of(key)
                .flatMap(each -> reading.byKey(asked.use(), each))
                .map(record -> content(record).get(field))
                .orElseThrow(() -> new ProblemException(RegistersProblem.RECORD_NOT_FOUND));
        if (last.endsWith(".json")) {
            var answer = JSON.createObjectNode();
            answer.set("value", value);
            return json(answer);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .header("Cache-Control", "no-store")
                .body(value.asString().getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return UriUtils.decode(part, StandardCharsets.UTF_8);
    }
}
