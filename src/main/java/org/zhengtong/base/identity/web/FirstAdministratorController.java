package org.zhengtong.base.identity.web;

import static org.zhengtong.base.identity.web.RegistrationForm.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.FirstAdministrator;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.problem.ProblemException;

@Controller
@RequestMapping(IdentityPaths.FIRST_ADMINISTRATOR)
class FirstAdministratorController {

    /** What the form sends. */
    record AppointmentForm(
            @Nullable String token,
            @Nullable String name,
            @Nullable String signInName,
            @Nullable String password,
            @Nullable String repeated) {}

    private final FirstAdministrator administrator;
    private final SignInSession session;
    private final Faults faults;

    FirstAdministratorController(FirstAdministrator administrator, SignInSession session, Faults faults) {
        this.administrator = administrator;
        this.session = session;
        this.faults = faults;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String token, Model model) {
        if (!administrator.isOpen(token)) {
            throw new ProblemException(IdentityProblem.LINK_NOT_VALID);
        }
        model.addAttribute("page", new FirstAdministratorPage(token, "", "", List.of()));
        return "identity/first-administrator";
    }

    @PostMapping
    String appoint(AppointmentForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var outcome = administrator.appoint(
                text(form.token()),
                text(form.name()),
                text(form.signInName()),
                new NewPassword(text(form.password()), text(form.repeated())));
        return switch (outcome) {
            case RegistrationOutcome.Registered(var account) -> {
                session.begin(request, response, account, SignInMethod.LINK);
                yield "redirect:/staff";
            }
            case RegistrationOutcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute(
                        "page",
                        new FirstAdministratorPage(
                                text(form.token()),
                                text(form.name()),
                                text(form.signInName()),
                                faults.of(request, refusals)));
                yield "identity/first-administrator";
            }
        };
    }
}
