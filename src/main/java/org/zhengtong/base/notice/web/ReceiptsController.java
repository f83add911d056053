package org.zhengtong.base.notice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.base.notice.Receipts;

/** Where gateways bring receipts, each with its signature; no form and no session belongs to them. */
@Controller
class ReceiptsController implements PublicPaths {

    private static final int LONGEST = 16 * 1024;

    private final Receipts receipts;

    ReceiptsController(Receipts receipts) {
        this.receipts = receipts;
    }

    @Override
    public List<String> pages() {
        return List.of();
    }

    @Override
    public List<String> callbacks() {
        return List.of("/notice/receipts/{gateway}");
    }

    /** Says no more to a stranger than that it was not taken. */
    @PostMapping("/notice/receipts/{gateway}")
    ResponseEntity<Map<String, String>> receive(
            @PathVariable String gateway,
            @RequestHeader(name = "X-Zhengtong-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Zhengtong-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var body = request.getInputStream().readNBytes(LONGEST + 1);
        if (body.length > LONGEST) {
            return answer(413, "TOO_LONG");
        }
        var outcome = receipts.receive(gateway, timestamp, signature, body);
        return switch (outcome) {
            case TAKEN, UNMATCHED -> answer(200, outcome.name());
            case FORGED -> answer(401, "NOT_TAKEN");
            case UNREADABLE -> answer(400, "NOT_TAKEN");
            case NO_SUCH_GATEWAY -> answer(404, "NOT_TAKEN");
        };
    }

    private static ResponseEntity<Map<String, String>> answer(int status, String result) {
        return ResponseEntity.status(status).body(Map.of("result", result));
    }
}
