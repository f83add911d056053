package org.zhengtong.base.identity.web;

import static org.zhengtong.base.identity.web.RegistrationForm.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.CitizenRegistration;
import org.zhengtong.base.identity.EnterpriseRegistration;
import org.zhengtong.base.identity.FieldRefusal;
import org.zhengtong.base.identity.Registration;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.identity.SignInMethod;

@Controller
class RegistrationController {
    private static final String CITIZEN_VIEW = "identity/register-citizen";
    private static final String ENTERPRISE_VIEW = "identity/register-enterprise";

    private final Registration registration;
    private final SignInSession session;
    private final WayOn wayOn;
    private final Faults faults;

    RegistrationController(Registration registration, SignInSession session, WayOn wayOn, Faults faults) {
        this.registration = registration;
        this.session = session;
        this.wayOn = wayOn;
        this.faults = faults;
    }

    @GetMapping("/registration")
    String choice() {
        return "redirect:" + IdentityPaths.CITIZEN;
    }

    @GetMapping(IdentityPaths.CITIZEN)
    String citizen(@RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("page", empty(next));
        return CITIZEN_VIEW;
    }

    @GetMapping(IdentityPaths.ENTERPRISE)
    String enterprise(@RequestParam(defaultValue = "") String next, Model model) {
        model.addAttribute("page", empty(next));
        return ENTERPRISE_VIEW;
    }

    @PostMapping(IdentityPaths.CITIZEN)
    String registerCitizen(
            RegistrationForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var outcome = registration.register(new CitizenRegistration(
                text(form.name()), text(form.number()), text(form.mobile()), form.newPassword()));
        return answer(outcome, form, CITIZEN_VIEW, new Exchange(request, response, model));
    }

    @PostMapping(IdentityPaths.ENTERPRISE)
    String registerEnterprise(
            RegistrationForm form, HttpServletRequest request, HttpServletResponse response, Model model) {
        var outcome = registration.register(new EnterpriseRegistration(
                text(form.name()),
                text(form.creditCode()),
                text(form.legalRepresentative()),
                text(form.mobile()),
                form.newPassword()));
        return answer(outcome, form, ENTERPRISE_VIEW, new Exchange(request, response, model));
    }

    private record Exchange(HttpServletRequest request, HttpServletResponse response, Model model) {}

    private String answer(RegistrationOutcome outcome, RegistrationForm form, String view, Exchange exchange) {
        return switch (outcome) {
            case RegistrationOutcome.Registered(var account) -> {
                session.begin(exchange.request, exchange.response, account, SignInMethod.LINK);
                yield "redirect:" + wayOn.after(exchange.request, account, text(form.next()));
            }
            case RegistrationOutcome.Refused(var refusals) -> {
                exchange.response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                exchange.model.addAttribute("page", filled(form, refusals, exchange.request));
                yield view;
            }
        };
    }

    private RegistrationPage filled(RegistrationForm form, List<FieldRefusal> refusals, HttpServletRequest request) {
        return new RegistrationPage(
                text(form.name()),
                text(form.number()),
                text(form.creditCode()),
                text(form.legalRepresentative()),
                text(form.mobile()),
                LocalPath.or(form.next(), ""),
                faults.of(request, refusals));
    }

    private static RegistrationPage empty(String next) {
        return new RegistrationPage("", "", "", "", "", LocalPath.or(next, ""), List.of());
    }
}
