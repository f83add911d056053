package org.zhengtong.base.notice.web;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.notice.MailOutbox;
import org.zhengtong.base.permission.Permissions;

/** The mails that left, wait or failed. */
@Controller
class OutboxController {

    static final String VIEW_OUTBOX = "notice.view_outbox";
    private static final int SHOWN = 100;

    private final MailOutbox outbox;
    private final Permissions permissions;

    OutboxController(MailOutbox outbox, Permissions permissions) {
        this.outbox = outbox;
        this.permissions = permissions;
    }

    @GetMapping("/staff/mails")
    String list(CurrentUser user, Model model) {
        permissions.require(user, VIEW_OUTBOX);
        model.addAttribute("page", new OutboxPage(outbox.configured(), outbox.counts(), outbox.newest(SHOWN)));
        return "notice/outbox";
    }

    @PostMapping("/staff/mails/{mail}/attempts")
    String sendAgain(@PathVariable long mail, CurrentUser user) {
        permissions.require(user, VIEW_OUTBOX);
        outbox.sendAgain(mail);
        return "redirect:/staff/mails";
    }
}
