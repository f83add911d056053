package org.zhengtong.base.permission.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.Delegations;
import org.zhengtong.base.permission.Delegations.Delegation;
import org.zhengtong.base.permission.Delegations.DelegationOutcome;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.web.DelegationsPage.DelegationForm;
import org.zhengtong.base.permission.web.DelegationsPage.DelegationRow;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.ui.TypedDay;

/** One's own roles, and handing them over for a time. */
@Controller
@RequestMapping("/staff/delegations")
class DelegationsController {

    private final Delegations delegations;
    private final AccessReasons reasons;
    private final RoleWords words;
    private final Accounts accounts;
    private final Clock clock;

    DelegationsController(
            Delegations delegations, AccessReasons reasons, RoleWords words, Accounts accounts, Clock clock) {
        this.delegations = delegations;
        this.reasons = reasons;
        this.words = words;
        this.accounts = accounts;
        this.clock = clock;
    }

    @GetMapping
    String list(CurrentUser user, @RequestParam(defaultValue = "") String done, Shell shell, Model model) {
        requireStaff(user);
        var today = LocalDate.now(clock).toString();
        model.addAttribute(
                "page", page(user, new DelegationForm("", "", today, today, ""), null, doneKey(done), shell));
        return "permission/delegations";
    }

    private static void requireStaff(CurrentUser user) {
        if (!user.isStaff()) {
            throw new ProblemException(PermissionProblem.ASSIGNMENT_NOT_FOUND);
        }
    }

    private static String doneKey(String done) {
        return switch (done) {
            case "made", "ended" -> "permission.delegation." + done;
            default -> "";
        };
    }

    private DelegationsPage page(
            CurrentUser user, DelegationForm form, @Nullable FieldFault fault, String done, Shell shell) {
        var all = delegations.of(user.id());
        var named = new HashSet<AccountId>();
        all.forEach(each -> named.addAll(List.of(each.from(), each.to())));
        var names = accounts.names(named);
        return new DelegationsPage(
                words.rows(reasons.of(user.id()), shell.locale()),
                words.rows(delegations.delegable(user), shell.locale()),
                rows(all, each -> each.from().equals(user.id()), Delegation::to, names, shell),
                rows(all, each -> each.to().equals(user.id()), Delegation::from, names, shell),
                form,
                fault,
                done);
    }

    private List<DelegationRow> rows(
            List<Delegation> all,
            Predicate<Delegation> mine,
            Function<Delegation, AccountId> other,
            Map<AccountId, String> names,
            Shell shell) {
        var roles = words.roleNames(shell.locale());
        return all.stream()
                .filter(mine)
                .map(each -> new DelegationRow(
                        each,
                        names.getOrDefault(other.apply(each), ""),
                        roles.getOrDefault(each.role(), each.role().value()),
                        words.scope(each.scope(), shell.locale()),
                        each.over(clock.instant())))
                .toList();
    }

    @PostMapping
    ModelAndView delegate(CurrentUser user, DelegationForm sent, Shell shell) {
        requireStaff(user);
        var form = new DelegationForm(
                text(sent.key()), text(sent.to()), text(sent.firstOn()), text(sent.lastOn()), text(sent.reason()));
        var firstOn = day(form.firstOn());
        var lastOn = day(form.lastOn());
        if (firstOn == null || lastOn == null) {
            return refused(user, form, firstOn == null ? "firstOn" : "lastOn", "permission.delegation.day", shell);
        }
        var to = account(form.to());
        if (to == null) {
            return refused(user, form, "to", "permission.delegation.no-account", shell);
        }
        return switch (delegations.delegate(user, form.key(), to, firstOn, lastOn, form.reason())) {
            case DelegationOutcome.Delegated _ -> new ModelAndView("redirect:/staff/delegations?done=made");
            case DelegationOutcome.Refused refusal -> refused(user, form, refusal.field(), refusal.key(), shell);
        };
    }

    private ModelAndView refused(CurrentUser user, DelegationForm form, String field, String key, Shell shell) {
        var refused = new ModelAndView("permission/delegations", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addObject("page", page(user, form, new FieldFault(field, shell.say(key)), "", shell));
        return refused;
    }

    private @Nullable AccountId account(String staff) {
        try {
            var id = new StaffId(staff);
            return accounts.ofStaff(List.of(id)).get(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "").strip();
    }

    private static @Nullable LocalDate day(String written) {
        return TypedDay.of(written).orElse(null);
    }

    @PostMapping("/{id}/ending")
    String end(CurrentUser user, @PathVariable long id) {
        delegations.end(user, id);
        return "redirect:/staff/delegations?done=ended";
    }
}
