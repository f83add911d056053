package org.zhengtong.data.sharing.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.ProblemJson;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.sharing.Corrected;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Search;
import org.zhengtong.data.sharing.Way;
import tools.jackson.databind.json.JsonMapper;

/** The door for systems of other departments: one record, a search, what changed, what was corrected. */
@Controller
@RequestMapping("/api/sharing/v1/grants/{grant}")
class SharingApiController {

    private static final int MOST = 1_000;
    private static final int MOST_FOUND = 100;
    private static final Set<String> KNOWN = Set.of("purpose", "text", "after", "limit", "signed");

    private final GrantedReading reading;
    private final Corrected corrected;
    private final RecordDoor door;
    private final ApiAnswers answers;
    private final Texts texts;

    SharingApiController(
            GrantedReading reading, Corrected corrected, RecordDoor door, ApiAnswers answers, Texts texts) {
        this.reading = reading;
        this.corrected = corrected;
        this.door = door;
        this.answers = answers;
        this.texts = texts;
    }

    /** Answers itself only what {@link RecordDoor} did not take for an address of its own. */
    @GetMapping("/record")
    void record(@PathVariable String grant, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RecordDoor.fail(request);
        door.answer(grant, request, response);
    }

    @GetMapping("/records")
    void records(
            @PathVariable String grant,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "25") int limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.API);
        var search = new Search(
                text.strip(), conditions(request), after.isEmpty() ? null : after, Math.clamp(limit, 1, MOST_FOUND));
        var page = reading.search(use, search);
        var node = RecordJson.list("records", page.records());
        node.put("next", page.next());
        answers.write(request, response, node);
    }

    private static List<Condition> conditions(HttpServletRequest request) {
        var conditions = new ArrayList<Condition>();
        request.getParameterMap().forEach((name, values) -> {
            if (!KNOWN.contains(name) && ItemName.fits(name)) {
                conditions.add(Condition.equal(new ItemName(name), values[0]));
            }
        });
        return conditions;
    }

    @GetMapping("/changes")
    void changes(
            @PathVariable String grant,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.SUBSCRIPTION);
        var records = reading.changesAfter(use, Math.max(0, after), Math.clamp(limit, 1, MOST));
        var node = RecordJson.list("changes", records);
        node.put("position", records.isEmpty() ? after : records.getLast().position());
        answers.write(request, response, node);
    }

    /** Values that were found wrong after they had been given under this grant: read these records again. */
    @GetMapping("/corrections")
    void corrections(
            @PathVariable String grant,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.API);
        var found = corrected.after(use.grant(), use.department(), after, MOST);
        var node = JsonMapper.shared().createObjectNode();
        var array = node.putArray("corrections");
        found.forEach(each -> array.addObject()
                .put("id", each.id())
                .put("key", each.key().value())
                .put("item", each.item().value())
                .put("at", each.at().toString()));
        node.put("position", found.isEmpty() ? after : found.getLast().id());
        answers.write(request, response, node);
    }

    /** Programs read problems as JSON (RFC 9457). */
    @ExceptionHandler
    ResponseEntity<Map<String, Object>> refuse(ProblemException problem, Locale locale) {
        return ProblemJson.of(problem, texts, locale);
    }
}
