package org.zhengtong.base.identity.web.factor;

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
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.SecondFactors;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.identity.web.Faults;
import org.zhengtong.base.identity.web.SignInRefusals;
import org.zhengtong.base.ui.FieldFault;

/** One's own second factor. Every change shows a code first: a session left open is not enough. */
@Controller
@RequestMapping("/account/second-factor")
class FactorController {
    private static final String ADDRESS = "/account/second-factor";

    private final SecondFactors factors;
    private final SignInRefusals refusals;
    private final Faults faults;

    FactorController(SecondFactors factors, SignInRefusals refusals, Faults faults) {
        this.factors = factors;
        this.refusals = refusals;
        this.faults = faults;
    }

    @GetMapping
    String page(CurrentUser user, @RequestParam(defaultValue = "false") boolean removed, Model model) {
        return show(user, removed, List.of(), model);
    }

    private String show(CurrentUser user, boolean removed, List<FieldFault> errors, Model model) {
        model.addAttribute("page", new FactorPage(factors.stateOf(user.id()), removed, errors));
        return "identity/second-factor";
    }

    @GetMapping("/setting-up")
    String settingUp(CurrentUser user, Model model) {
        if (factors.stateOf(user.id()).set()) {
            return "redirect:" + ADDRESS;
        }
        return show(factors.offer(user.id()), List.of(), model);
    }

    private static String show(SecondFactors.Offer offer, List<FieldFault> errors, Model model) {
        model.addAttribute("page", SettingUpPage.of(offer, false, ADDRESS + "/setting-up", errors));
        return "identity/setting-up";
    }

    @PostMapping("/setting-up")
    String setUp(
            CurrentUser user,
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (factors.stateOf(user.id()).set()) {
            return "redirect:" + ADDRESS;
        }
        var codes = factors.setUp(user.id(), sealed, code);
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var offer = factors.reopen(user.id(), sealed).orElseGet(() -> factors.offer(user.id()));
            return show(offer, List.of(faults.of(request, "code", "identity.second-factor.code-wrong")), model);
        }
        return show(codes.get(), model);
    }

    private static String show(List<String> codes, Model model) {
        model.addAttribute("page", new RecoveryCodesPage(codes, ADDRESS));
        return "identity/recovery-codes";
    }

    @PostMapping("/recovery-codes")
    String renewRecoveryCodes(
            CurrentUser user,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var outcome = factors.prove(user.id(), code, request.getRemoteAddr());
        return outcome instanceof SignInOutcome.SignedIn
                ? show(factors.renewRecoveryCodes(user), model)
                : refuse(user, response, refusals.of(request, "code", "identity.code.wrong", outcome), model);
    }

    @PostMapping("/removal")
    String remove(
            CurrentUser user,
            @RequestParam(defaultValue = "") String removalCode,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var outcome = factors.prove(user.id(), removalCode, request.getRemoteAddr());
        if (!(outcome instanceof SignInOutcome.SignedIn)) {
            var fault = refusals.of(request, "removalCode", "identity.code.wrong", outcome);
            return refuse(user, response, fault, model);
        }
        if (!factors.remove(user)) {
            var fault = faults.of(request, "removalCode", "identity.second-factor.demanded");
            return refuse(user, response, fault, model);
        }
        return "redirect:" + ADDRESS + "?removed=true";
    }

    private String refuse(CurrentUser user, HttpServletResponse response, FieldFault fault, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(user, false, List.of(fault), model);
    }
}
