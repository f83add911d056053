package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CurrentUser;

@Controller
@RequestMapping("/account/sessions")
class SessionController {

    private final OwnSessions sessions;

    SessionController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    String list(
            CurrentUser user,
            @RequestParam(defaultValue = "false") boolean ended,
            HttpServletRequest request,
            Model model) {
        model.addAttribute("page", new SessionsPage(sessions.of(user, request), ended));
        return "identity/sessions";
    }

    @PostMapping("/{key}/end")
    String end(CurrentUser user, @PathVariable String key) {
        sessions.end(user, key);
        return "redirect:/account/sessions?ended=true";
    }

    @PostMapping("/others/end")
    String endOthers(CurrentUser user, HttpServletRequest request) {
        sessions.endOthers(user, request);
        return "redirect:/account/sessions?ended=true";
    }
}
