package org.zhengtong.data.sharing.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.ReadPermit.Condition;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.Corrected;
import org.zhengtong.data.sharing.GrantedReading;
import org.zhengtong.data.sharing.GrantedReading.Search;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The door for systems of other departments: one record, a search, what changed, what was corrected. */
@Controller
@RequestMapping("/api/sharing/v1/grants/{grant}")
class SharingApiController {

    private static final int MOST = 1_000;
    private static final int MOST_FOUND = 100;
    private static final Set<String> KNOWN = Set.of("purpose", "text", "after", "limit", "signed");

    private final GrantedReading reading;
    private final Corrected corrected;
    private final Signer signer;

    SharingApiController(GrantedReading reading, Corrected corrected, Signer signer) {
        this.reading = reading;
        this.corrected = corrected;
        this.signer = signer;
    }

    /** Keys may be citizen numbers, and addresses end up in logs: the key travels as a header. */
    @GetMapping("/record")
    ResponseEntity<byte[]> record(
            @PathVariable String grant, HttpServletRequest request, HttpServletResponse response) {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.API);
        var key = ApiCaller.header(request, "Record-Key");
        if (key.isBlank() || key.length() > 200) {
            throw new ProblemException(SharingProblem.RECORD_NOT_FOUND);
        }
        var record = reading.byKey(use, new RecordKey(key))
                .orElseThrow(() -> new ProblemException(SharingProblem.RECORD_NOT_FOUND));
        return answer(request, RecordJson.of(record));
    }

    private ResponseEntity<byte[]> answer(HttpServletRequest request, ObjectNode node) {
        var bytes = RecordJson.bytes(node);
        var answer = ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).header("Cache-Control", "no-store");
        if ("true".equals(request.getParameter("signed"))) {
            var signature = signer.sign(bytes);
            answer.header("Signature-Key", signature.keyId())
                    .header("Signature-Algorithm", signature.algorithm())
                    .header("Body-Signature", signature.base64());
        }
        return answer.body(bytes);
    }

    @GetMapping("/records")
    ResponseEntity<byte[]> records(
            @PathVariable String grant,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "25") int limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.API);
        var search = new Search(
                text.strip(), conditions(request), after.isEmpty() ? null : after, Math.clamp(limit, 1, MOST_FOUND));
        var page = reading.search(use, search);
        var node = RecordJson.list("records", page.records());
        node.put("next", page.next());
        return answer(request, node);
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
    ResponseEntity<byte[]> changes(
            @PathVariable String grant,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "100") int limit,
            HttpServletRequest request,
            HttpServletResponse response) {
        var use = ApiCaller.of(request, response, reading).use(grant, Way.SUBSCRIPTION);
        var records = reading.changesAfter(use, Math.max(0, after), Math.clamp(limit, 1, MOST));
        var node = RecordJson.list("changes", records);
        node.put("position", records.isEmpty() ? after : records.getLast().position());
        return answer(request, node);
    }

    /** Values that were found wrong after they had been given under this grant: read these records again. */
    @GetMapping("/corrections")
    ResponseEntity<byte[]> corrections(
            @PathVariable String grant,
            @RequestParam(defaultValue = "0") long after,
            HttpServletRequest request,
            HttpServletResponse response) {
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
        return answer(request, node);
    }
}
