package org.zhengtong.base.permission.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.web.AdministratorsPage.Office;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Shell;

/** The three administrators, each seen by all three; on a fresh node the first one appoints the other two here. */
@Controller
@RequestMapping("/staff/administrators")
class AdministratorsController {

    private final RoleAdministration administration;
    private final AccessReasons reasons;
    private final RoleWords words;
    private final Permissions permissions;
    private final Accounts accounts;

    AdministratorsController(
            RoleAdministration administration,
            AccessReasons reasons,
            RoleWords words,
            Permissions permissions,
            Accounts accounts) {
        this.administration = administration;
        this.reasons = reasons;
        this.words = words;
        this.permissions = permissions;
        this.accounts = accounts;
    }

    @GetMapping
    String list(CurrentUser user, @RequestParam(defaultValue = "false") boolean done, Shell shell, Model model) {
        requireAdministrator(user);
        model.addAttribute("page", page(user, null, "", done, shell));
        return "permission/administrators";
    }

    private void requireAdministrator(CurrentUser user) {
        permissions.require(user, "permission.view_administrators");
    }

    private AdministratorsPage page(
            CurrentUser user, @Nullable FieldFault fault, String staff, boolean done, Shell shell) {
        var names = words.roleNames(shell.locale());
        var offices = Arrays.stream(AdminRole.values())
                .map(role -> new Office(
                        role,
                        names.getOrDefault(role.role(), role.role().value()),
                        allowed(role, shell),
                        words.rows(holders(role), shell.locale()),
                        administration.mayGrant(user, role.role(), DataScope.EVERYTHING)))
                .toList();
        return new AdministratorsPage(offices, fault, staff, done);
    }

    private List<String> allowed(AdminRole role, Shell shell) {
        return administration.roles().stream()
                .filter(each -> each.code().equals(role.role()))
                .flatMap(each -> each.permissions().stream())
                .map(permission -> shell.sayOr(permission, "permission.name." + permission))
                .toList();
    }

    private List<HeldRole> holders(AdminRole role) {
        return administration.holders(role.role()).stream()
                .filter(account -> accounts.findUser(account).isPresent())
                .flatMap(account -> reasons.of(account).stream())
                .filter(held -> held.role().equals(role.role()))
                .toList();
    }

    @PostMapping("/{role}")
    ModelAndView appoint(CurrentUser user, @PathVariable String role, @RequestParam String staff, Shell shell) {
        var office = office(role);
        var account = account(staff.strip());
        if (account == null) {
            return refused(user, office, staff, shell.say("permission.delegation.no-account"), shell);
        }
        try {
            administration.grant(user, account, office.role(), DataScope.EVERYTHING);
        } catch (ProblemException refusal) {
            if (!Set.of(PermissionProblem.SECOND_ADMINISTRATOR, PermissionProblem.ADMINISTRATOR_WITHOUT_BUSINESS)
                    .contains(refusal.problem())) {
                throw refusal;
            }
            var text = shell.say(
                    "problem." + refusal.problem().code(), refusal.details().toArray());
            return refused(user, office, staff, text, shell);
        }
        return new ModelAndView("redirect:/staff/administrators?done=true");
    }

    private ModelAndView refused(CurrentUser user, AdminRole office, String staff, String text, Shell shell) {
        var refused = new ModelAndView("permission/administrators", HttpStatus.UNPROCESSABLE_CONTENT);
        refused.addAllObjects(Map.of("page", page(user, new FieldFault("staff-" + office, text), staff, false, shell)));
        return refused;
    }

    private static AdminRole office(String role) {
        return Arrays.stream(AdminRole.values())
                .filter(each -> each.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new ProblemException(CommonProblem.BAD_REQUEST));
    }

    private @Nullable AccountId account(String staff) {
        try {
            var id = new StaffId(staff);
            return accounts.ofStaff(List.of(id)).get(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }
}
