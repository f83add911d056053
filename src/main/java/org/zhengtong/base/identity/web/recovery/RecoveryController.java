package org.zhengtong.base.identity.web.recovery;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.Recovery;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.identity.web.OwnSessions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;

/** Getting back into one's own account by a link. */
@Controller
class RecoveryController {
    private static final String VIEW = "identity/recovery";

    private final Recovery recovery;
    private final OwnSessions sessions;
    private final Faults faults;

    RecoveryController(Recovery recovery, OwnSessions sessions, Faults faults) {
        this.recovery = recovery;
        this.sessions = sessions;
        this.faults = faults;
    }

    @GetMapping("/recovery")
    String page(Model model) {
        model.addAttribute("page", new RecoveryPage("", false, List.of()));
        return VIEW;
    }

    @PostMapping("/recovery")
    String ask(
            @RequestParam(defaultValue = "") String name,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var fault = name.isBlank()
                ? "identity.recovery.name-missing"
                : recovery.ask(name, request.getRemoteAddr()) == Recovery.Asked.PAUSED
                        ? "identity.recovery.paused"
                        : "";
        var errors = fault.isEmpty() ? List.<FieldFault>of() : List.of(faults.of(request, "name", fault));
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        model.addAttribute("page", new RecoveryPage(name, errors.isEmpty(), errors));
        return VIEW;
    }

    @GetMapping("/recovery/password")
    String reset(@RequestParam(defaultValue = "") String token, Model model) {
        if (!recovery.isOpen(token)) {
            throw new ProblemException(IdentityProblem.RECOVERY_LINK_NOT_VALID);
        }
        model.addAttribute("page", new ResetPage(token, false, List.of()));
        return "identity/reset";
    }

    /** Whoever was signed in before is signed out everywhere: it may not have been the holder. */
    @PostMapping("/recovery/password")
    String reset(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        switch (recovery.reset(token, new NewPassword(password, repeated))) {
            case RegistrationOutcome.Registered(var account) -> {
                sessions.endAll(account);
                model.addAttribute("page", new ResetPage("", true, List.of()));
            }
            case RegistrationOutcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("page", new ResetPage(token, false, faults.of(request, refusals)));
            }
        }
        return "identity/reset";
    }
}
