package org.zhengtong.data.exchange.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.transport.Quarantine;
import org.zhengtong.data.exchange.internal.transport.QuarantineStore;

/** Deciding about what did not verify. */
@Controller
@RequestMapping("/staff/exchange/quarantine")
class QuarantineController {

    private static final int SHOWN = 20;

    private final Quarantine quarantine;
    private final QuarantineStore store;
    private final Permissions permissions;

    QuarantineController(Quarantine quarantine, QuarantineStore store, Permissions permissions) {
        this.quarantine = quarantine;
        this.store = store;
        this.permissions = permissions;
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(defaultValue = "0") long before,
            @RequestParam(defaultValue = "") String done,
            CurrentUser user,
            Model model) {
        permissions.require(user, Nodes.VIEW_EXCHANGE);
        var found = store.list(!all, before <= 0 ? Long.MAX_VALUE : before, SHOWN + 1);
        model.addAttribute(
                "page",
                new QuarantinePage(
                        found.subList(0, Math.min(SHOWN, found.size())),
                        all,
                        found.size() > SHOWN,
                        user.may(Nodes.MANAGE_EXCHANGE),
                        List.of("released", "still_wrong", "rejected").contains(done) ? done : "",
                        before <= 0));
        return "exchange/quarantine";
    }

    @PostMapping("/{id}/release")
    String release(@PathVariable long id, CurrentUser user) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        var taken = quarantine.release(id, user.actor());
        return "redirect:/staff/exchange/quarantine?done=" + (taken ? "released" : "still_wrong");
    }

    @PostMapping("/{id}/rejection")
    String reject(@PathVariable long id, @RequestParam(defaultValue = "") String why, CurrentUser user) {
        permissions.require(user, Nodes.MANAGE_EXCHANGE);
        quarantine.reject(id, why.substring(0, Math.min(500, why.length())).strip(), user.actor());
        return "redirect:/staff/exchange/quarantine?done=rejected";
    }
}
