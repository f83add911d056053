package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.IdentityProblem;
import org.zhengtong.base.identity.Invitations;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.RegistrationOutcome;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;

@Controller
@RequestMapping(IdentityPaths.INVITATION)
class InvitationController {

    private final Invitations invitations;
    private final SignInSession session;
    private final Faults faults;

    InvitationController(Invitations invitations, SignInSession session, Faults faults) {
        this.invitations = invitations;
        this.session = session;
        this.faults = faults;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String token, Model model) {
        return page(token, "", List.of(), model);
    }

    @PostMapping
    String accept(
            @RequestParam(defaultValue = "") String token,
            @RequestParam(defaultValue = "") String signInName,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var outcome = invitations.accept(token, signInName, new NewPassword(password, repeated));
        return switch (outcome) {
            case RegistrationOutcome.Registered(var account) -> {
                session.begin(request, response, account, SignInMethod.LINK);
                yield "redirect:/staff";
            }
            case RegistrationOutcome.Refused(var refusals) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                yield page(token, signInName, faults.of(request, refusals), model);
            }
        };
    }

    private String page(String token, String signInName, List<FieldFault> errors, Model model) {
        var name = invitations
                .find(token)
                .map(StaffMember::name)
                .orElseThrow(() -> new ProblemException(IdentityProblem.LINK_NOT_VALID));
        model.addAttribute("page", new InvitationPage(token, name, signInName, errors));
        return "identity/invitation";
    }
}
