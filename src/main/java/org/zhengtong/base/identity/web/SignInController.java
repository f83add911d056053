package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.DemoAccounts;
import org.zhengtong.base.identity.SignIn;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.FieldFault;

@Controller
class SignInController {

    private final SignIn signIn;
    private final DemoAccounts demo;
    private final SignInSession session;
    private final SignInGate gate;
    private final SignInRefusals refusals;
    private final Faults faults;

    SignInController(
            SignIn signIn,
            DemoAccounts demo,
            SignInSession session,
            SignInGate gate,
            SignInRefusals refusals,
            Faults faults) {
        this.signIn = signIn;
        this.demo = demo;
        this.session = session;
        this.gate = gate;
        this.refusals = refusals;
        this.faults = faults;
    }

    @GetMapping(IdentityPaths.SIGN_IN)
    String page(
            @RequestParam(defaultValue = "") String next,
            @RequestParam(defaultValue = "") String refused,
            HttpServletRequest request,
            Model model) {
        var errors = refused.equals("passkey")
                ? List.of(faults.of(request, "name", "identity.passkey.sign-in.refused"))
                : List.<FieldFault>of();
        return page(request, model, next, "", errors);
    }

    @PostMapping(IdentityPaths.SIGN_IN)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var fault = name.isBlank() || password.isEmpty()
                ? faults.of(request, name.isBlank() ? "name" : "password", "identity.sign-in.empty")
                : null;
        if (fault == null) {
            var outcome = signIn.signIn(name, password, request.getRemoteAddr());
            if (outcome instanceof SignInOutcome.SignedIn(var account)) {
                return "redirect:" + gate.enter(request, response, account, SignInMethod.PASSWORD, next);
            }
            fault = refusals.of(request, "name", "identity.sign-in.wrong", outcome);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(request, model, next, name, List.of(fault));
    }

    @PostMapping(IdentityPaths.DEMO_SIGN_IN)
    String signInDemo(
            @RequestParam AccountId account,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        var entered = demo.enter(account);
        return "redirect:" + gate.enter(request, response, entered, SignInMethod.DEMONSTRATION, next);
    }

    @PostMapping(IdentityPaths.SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        session.end(request, response);
        return "redirect:/";
    }

    private String page(HttpServletRequest request, Model model, String next, String name, List<FieldFault> errors) {
        model.addAttribute(
                "page",
                new SignInPage(
                        LocalPath.or(next, ""),
                        name,
                        next.equals(PostKeeper.PAGE),
                        errors,
                        demo.groups(Appearance.of(request).locale())));
        return "identity/sign-in";
    }
}
