package org.zhengtong.data.sharing.web.grant;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.sharing.Deliveries;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Requests;

/** Records that departments here subscribed to at other nodes. */
@Controller
class ReceivedController {

    private static final String PATH = "/staff/sharing/received";
    private static final int SHOWN = 30;

    private final Deliveries deliveries;
    private final Permissions permissions;
    private final AuditLog audit;

    ReceivedController(Deliveries deliveries, Permissions permissions, AuditLog audit) {
        this.deliveries = deliveries;
        this.permissions = permissions;
        this.audit = audit;
    }

    @GetMapping(PATH)
    String show(
            @RequestParam(defaultValue = "") String grant,
            @RequestParam(defaultValue = "") String after,
            CurrentUser user,
            Model model) {
        permissions.require(user, Requests.REQUEST_DATA);
        var chosen = GrantNumber.fits(grant.strip()) ? new GrantNumber(grant.strip()) : null;
        var found = deliveries.received(chosen, after, SHOWN, user);
        if (!found.records().isEmpty()) {
            audit.record(
                    AuditAction.of(user.actor(), "sharing.view_received", "page", chosen == null ? "*" : chosen.value())
                            .with("records", found.records().size()));
        }
        var next = found.next();
        model.addAttribute(
                "page",
                new GrantPages.ReceivedPage(
                        chosen == null ? "" : chosen.value(),
                        found.records(),
                        next == null
                                ? null
                                : UriComponentsBuilder.fromPath(PATH)
                                        .queryParam("grant", "{grant}")
                                        .queryParam("after", "{after}")
                                        .encode()
                                        .buildAndExpand(grant, next)
                                        .toUriString(),
                        after.isEmpty() ? null : PATH,
                        found.withheld()));
        return "sharing/received";
    }
}
