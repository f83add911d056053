package org.zhengtong.service.fees.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.zhengtong.base.identity.PublicPaths;
import org.zhengtong.service.fees.NotificationOutcome;
import org.zhengtong.service.fees.PaymentNotifications;

/** Where the payment provider tells of payments, each with its signature; no form and no session belongs to them. */
@Controller
class NotificationController implements PublicPaths {

    private static final int LONGEST = 16 * 1024;
    private static final String ADDRESS = "/fees/notifications";

    private final PaymentNotifications notifications;

    NotificationController(PaymentNotifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public List<String> pages() {
        return List.of();
    }

    @Override
    public List<String> callbacks() {
        return List.of(ADDRESS);
    }

    @PostMapping(ADDRESS)
    ResponseEntity<Map<String, String>> receive(
            @RequestHeader(name = "X-Zhengtong-Timestamp", defaultValue = "") String timestamp,
            @RequestHeader(name = "X-Zhengtong-Signature", defaultValue = "") String signature,
            HttpServletRequest request)
            throws IOException {
        var given = request.getInputStream().readNBytes(LONGEST + 1);
        var outcome = given.length > LONGEST
                ? NotificationOutcome.UNREADABLE
                : notifications.receive(timestamp, signature, given);
        return ResponseEntity.status(outcome.status()).body(Map.of("result", outcome.name()));
    }
}
