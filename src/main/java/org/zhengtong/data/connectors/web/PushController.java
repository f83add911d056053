package org.zhengtong.data.connectors.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.ProblemJson;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.internal.running.Pushing;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The interface by which a department's system pushes rows. */
@RestController
class PushController {

    private static final int MOST_BYTES = 5 << 20;
    private static final Pattern NUMBER = Pattern.compile("[A-Za-z0-9._:-]{1,100}");
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Pushing pushing;
    private final Texts texts;

    PushController(Pushing pushing, Texts texts) {
        this.pushing = pushing;
        this.texts = texts;
    }

    /** What became of a request. */
    record Report(String request, String state, Counts counts, List<RowReport> setAside) {}

    /** Rows; {@code read = written + unchanged + setAside}. */
    record Counts(long read, long written, long unchanged, long setAside) {}

    /** A row that was not taken, by its number from 1, and why. */
    record RowReport(long row, List<Fault> faults) {}

    /** What is wrong with a value. */
    record Fault(String item, String rule, String text) {}

    @PostMapping(path = "/api/connectors/v1/contracts/{id}/rows", produces = MediaType.APPLICATION_JSON_VALUE)
    Report push(
            @PathVariable long id,
            @RequestHeader(name = "Authorization", defaultValue = "") String authorization,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") String number,
            HttpServletRequest request,
            Locale locale)
            throws IOException {
        var contract = pushing.require(id, authorization.replaceFirst("(?i)^bearer +", ""));
        if (!NUMBER.matcher(number).matches()) {
            throw new ProblemException(ConnectorsProblem.NO_REQUEST_NUMBER);
        }
        var content = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (content.length > MOST_BYTES) {
            throw new ProblemException(ConnectorsProblem.TOO_LARGE, Pushing.MOST_ROWS);
        }
        var answer = pushing.push(contract, new Pushing.Request(number, content, rows(content)));
        var counts = answer.load().counts();
        return new Report(
                number,
                answer.load().state().name(),
                new Counts(counts.read(), counts.written(), counts.unchanged(), counts.setAside()),
                answer.setAside().stream()
                        .map(row -> new RowReport(
                                row.row(),
                                row.faults().stream()
                                        .map(fault -> new Fault(
                                                fault.item().value(),
                                                fault.rule(),
                                                texts.say(locale, "registers.rule." + fault.rule(), fault.wanted())))
                                        .toList()))
                        .toList());
    }

    private static List<Map<String, @Nullable String>> rows(byte[] content) {
        try {
            var list = JSON.readTree(content).path("rows");
            if (!list.isArray()) {
                throw new ProblemException(ConnectorsProblem.NOT_ROWS);
            }
            var rows = new ArrayList<Map<String, @Nullable String>>();
            list.forEach(row -> rows.add(row(row)));
            return rows;
        } catch (JacksonException broken) {
            throw new ProblemException(ConnectorsProblem.NOT_ROWS);
        }
    }

    private static Map<String, @Nullable String> row(JsonNode row) {
        if (!row.isObject()) {
            throw new ProblemException(ConnectorsProblem.NOT_ROWS);
        }
        var values = new LinkedHashMap<String, @Nullable String>();
        row.properties().forEach(each -> {
            var value = each.getValue();
            values.put(
                    each.getKey(), value.isNull() ? null : value.isValueNode() ? value.asString() : value.toString());
        });
        return values;
    }

    /** Programs read problems as JSON (RFC 9457). */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refuse(ProblemException problem, Locale locale) {
        return ProblemJson.of(problem, texts, locale);
    }

    @GetMapping(path = "/api/connectors/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Map<String, Object> document() {
        return PushDocument.OPENAPI;
    }
}
