package org.zhengtong.base.identity.web.factor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.identity.web.HalfSignIn;
import org.zhengtong.base.identity.web.SignInRefusals;
import org.zhengtong.base.identity.web.SignInSession;
import org.zhengtong.base.identity.web.WayOn;
import org.zhengtong.base.ui.FieldFault;

/** The second step of signing in. */
@Controller
class CodeController {
    private static final String BACK = "redirect:/sign-in";

    private final SecondFactors factors;
    private final HalfSignIn half;
    private final SignInSession session;
    private final WayOn wayOn;
    private final SignInRefusals refusals;
    private final Faults faults;

    CodeController(
            SecondFactors factors,
            HalfSignIn half,
            SignInSession session,
            WayOn wayOn,
            SignInRefusals refusals,
            Faults faults) {
        this.factors = factors;
        this.half = half;
        this.session = session;
        this.wayOn = wayOn;
        this.refusals = refusals;
        this.faults = faults;
    }

    @GetMapping("/sign-in/code")
    String page(HttpServletRequest request, Model model) {
        if (half.find(request).isEmpty()) {
            return BACK;
        }
        model.addAttribute("page", new CodePage(List.of()));
        return "identity/code";
    }

    @PostMapping("/sign-in/code")
    String prove(
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var waiting = half.find(request).orElse(null);
        if (waiting == null) {
            return BACK;
        }
        var outcome = factors.prove(waiting.account(), code, request.getRemoteAddr());
        if (outcome instanceof SignInOutcome.SignedIn(var account)) {
            session.begin(request, response, account, SignInMethod.PASSWORD_AND_CODE);
            return "redirect:" + wayOn.after(request, account, waiting.next());
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var fault = refusals.of(request, "code", "identity.code.wrong", outcome);
        model.addAttribute("page", new CodePage(List.of(fault)));
        return "identity/code";
    }

    @GetMapping("/sign-in/setting-up")
    String settingUp(HttpServletRequest request, Model model) {
        return half.find(request)
                .map(waiting -> show(factors.offer(waiting.account()), List.of(), model))
                .orElse(BACK);
    }

    @PostMapping("/sign-in/setting-up")
    String setUp(
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var waiting = half.find(request).orElse(null);
        if (waiting == null) {
            return BACK;
        }
        var account = waiting.account();
        // An account that has an authenticator shows a code of it; a new one is set up from the inside alone.
        if (factors.demandOf(account) != SecondFactors.Demand.SETTING_UP) {
            return BACK;
        }
        var codes = factors.setUp(account, sealed, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var offer = factors.reopen(account, sealed).orElseGet(() -> factors.offer(account));
            return show(offer, List.of(faults.of(request, "code", "identity.second-factor.code-wrong")), model);
        }
        session.begin(request, response, account, SignInMethod.PASSWORD_AND_CODE);
        model.addAttribute("page", new RecoveryCodesPage(codes.get(), wayOn.after(request, account, waiting.next())));
        return "identity/recovery-codes";
    }

    private static String show(SecondFactors.Offer offer, List<FieldFault> errors, Model model) {
        model.addAttribute("page", SettingUpPage.of(offer, true, "/sign-in/setting-up", errors));
        return "identity/setting-up";
    }
}
