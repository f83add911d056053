package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
    private final WayOn wayOn;
    private final Faults faults;
    private final Clock clock;

    SignInController(SignIn signIn, DemoAccounts demo, SignInSession session, WayOn wayOn, Faults faults, Clock clock) {
        this.signIn = signIn;
        this.demo = demo;
        this.session = session;
        this.wayOn = wayOn;
        this.faults = faults;
        this.clock = clock;
    }

    @GetMapping(IdentityPaths.SIGN_IN)
    String page(@RequestParam(defaultValue = "") String next, HttpServletRequest request, Model model) {
        return page(request, model, next, "", List.of());
    }

    @PostMapping(IdentityPaths.SIGN_IN)
    String signIn(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (name.isBlank() || password.isEmpty()) {
            var field = name.isBlank() ? "name" : "password";
            return refuse(request, response, model, next, name, faults.of(request, field, "identity.sign-in.empty"));
        }
        return switch (signIn.signIn(name, password, request.getRemoteAddr())) {
            case SignInOutcome.SignedIn(var account) -> begin(request, response, account, SignInMethod.PASSWORD, next);
            case SignInOutcome.Wrong(var left) ->
                refuse(
                        request,
                        response,
                        model,
                        next,
                        name,
                        faults.of(request, "name", "identity.sign-in.wrong", left));
            case SignInOutcome.LockedOut(var until) ->
                refuse(
                        request,
                        response,
                        model,
                        next,
                        name,
                        faults.of(request, "name", "identity.sign-in.locked", minutes(until)));
            case SignInOutcome.AddressPaused(var until) ->
                refuse(
                        request,
                        response,
                        model,
                        next,
                        name,
                        faults.of(request, "name", "identity.sign-in.address-paused", minutes(until)));
        };
    }

    @PostMapping(IdentityPaths.DEMO_SIGN_IN)
    String signInDemo(
            @RequestParam long account,
            @RequestParam(defaultValue = "") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        return begin(request, response, demo.enter(new AccountId(account)), SignInMethod.DEMONSTRATION, next);
    }

    @PostMapping(IdentityPaths.SIGN_OUT)
    String signOut(HttpServletRequest request, HttpServletResponse response) {
        session.end(request, response);
        return "redirect:/";
    }

    private String begin(
            HttpServletRequest request,
            HttpServletResponse response,
            AccountId account,
            SignInMethod method,
            String next) {
        session.begin(request, response, account, method);
        return "redirect:" + wayOn.after(request, account, next);
    }

    private String refuse(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            String next,
            String name,
            FieldFault fault) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(request, model, next, name, List.of(fault));
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

    private long minutes(Instant until) {
        return Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
    }
}
