package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.NewPassword;
import org.zhengtong.base.identity.Passwords;
import org.zhengtong.base.identity.RealNames;
import org.zhengtong.base.ui.FieldFault;

@Controller
@RequestMapping("/account")
class AccountController {
    private static final Set<String> ASKED = Set.of("VERIFIED", "DIFFERS", "SILENT", "NO_SOURCE");

    private final Accounts accounts;
    private final Passwords passwords;
    private final OwnSessions sessions;
    private final RealNames realNames;
    private final Faults faults;

    AccountController(
            Accounts accounts, Passwords passwords, OwnSessions sessions, RealNames realNames, Faults faults) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.realNames = realNames;
        this.faults = faults;
    }

    @GetMapping
    String overview(
            CurrentUser user,
            @RequestParam(defaultValue = "false") boolean changed,
            @RequestParam(defaultValue = "") String asked,
            Model model) {
        var citizen = accounts.findCitizen(user.id());
        var enterprise = accounts.findEnterprise(user.id());
        var number = citizen.map(known -> known.number().masked())
                .or(() -> enterprise.map(known -> known.creditCode().value()))
                .orElse("");
        var mobile = citizen.map(known -> known.mobile().masked())
                .or(() -> enterprise.map(known -> known.mobile().masked()))
                .orElse("");
        var realName = realNames.find(user.id()).orElse(null);
        model.addAttribute(
                "page",
                new AccountPage(
                        user.name(),
                        user.kind().name(),
                        number,
                        mobile,
                        passwords.isSet(user),
                        changed,
                        realName,
                        realName == null && !number.isEmpty() && realNames.sourceConfigured(),
                        ASKED.contains(asked) ? asked : null));
        return "identity/account";
    }

    @PostMapping("/real-name")
    String verify(CurrentUser user) {
        return "redirect:/account?asked=" + realNames.verifyBySource(user);
    }

    @GetMapping("/password")
    String password(CurrentUser user, Model model) {
        return password(user, List.of(), model);
    }

    @PostMapping("/password")
    String changePassword(
            CurrentUser user,
            @RequestParam(defaultValue = "") String present,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String repeated,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        var refusals = passwords.change(user, present, new NewPassword(password, repeated));
        if (!refusals.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return password(user, faults.of(request, refusals), model);
        }
        sessions.endOthers(user, request);
        return "redirect:/account?changed=true";
    }

    private static String password(CurrentUser user, List<FieldFault> errors, Model model) {
        model.addAttribute("page", new PasswordPage(user.isStaff(), errors));
        return "identity/password";
    }
}
