package org.zhengtong.base.permission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.Shell;

/** Who may see this and why: asked for a person, or for a permission at a department. */
@Controller
@RequestMapping("/staff/access")
class AccessController {

    private final AccessReasons reasons;
    private final RoleAdministration administration;
    private final RoleWords words;
    private final Permissions permissions;
    private final Accounts accounts;
    private final StaffDirectory directory;
    private final Departments departments;

    AccessController(
            AccessReasons reasons,
            RoleAdministration administration,
            RoleWords words,
            Permissions permissions,
            Accounts accounts,
            StaffDirectory directory,
            Departments departments) {
        this.reasons = reasons;
        this.administration = administration;
        this.words = words;
        this.permissions = permissions;
        this.accounts = accounts;
        this.directory = directory;
        this.departments = departments;
    }

    @GetMapping
    String ask(
            CurrentUser user,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "") String department,
            Shell shell,
            Model model) {
        permissions.require(user, AccessReasons.VIEW_ACCESS);
        model.addAttribute("page", page(person.strip(), permission, department.strip(), shell));
        return "permission/access";
    }

    private AccessPage page(String person, String permission, String department, Shell shell) {
        var account = account(person);
        var held = person.isEmpty()
                ? holders(permission, department)
                : account == null ? List.<HeldRole>of() : reasons.of(account);
        var rows = words.rows(held, shell.locale());
        return new AccessPage(
                person,
                account == null ? "" : accounts.names(List.of(account)).getOrDefault(account, ""),
                permission,
                department,
                !person.isEmpty() || !permission.isEmpty(),
                permissionNames(shell),
                rows,
                homes(held),
                allowed(shell),
                UriComponentsBuilder.newInstance()
                        .queryParam("person", "{person}")
                        .queryParam("permission", "{permission}")
                        .queryParam("department", "{department}")
                        .encode()
                        .buildAndExpand(person, permission, department)
                        .toUriString());
    }

    private @Nullable AccountId account(String person) {
        try {
            var id = new StaffId(person);
            return accounts.ofStaff(List.of(id)).get(id);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private List<HeldRole> holders(String permission, String department) {
        if (permission.isEmpty()) {
            return List.of();
        }
        var found = reasons.holders(permission);
        try {
            var id = department.isEmpty() ? null : departments.inCharge(new DepartmentId(department));
            return found.stream()
                    .filter(held -> id == null || held.scope().covers(id))
                    .toList();
        } catch (IllegalArgumentException none) {
            return List.of();
        }
    }

    private Map<String, String> permissionNames(Shell shell) {
        var names = new TreeMap<String, String>();
        administration.roles().stream()
                .flatMap(role -> role.permissions().stream())
                .forEach(permission -> names.put(permission, shell.sayOr(permission, "permission.name." + permission)));
        return names;
    }

    private Map<String, List<String>> allowed(Shell shell) {
        return administration.roles().stream()
                .collect(Collectors.toMap(
                        role -> role.code().value(),
                        role -> role.permissions().stream()
                                .map(permission -> shell.sayOr(permission, "permission.name." + permission))
                                .toList()));
    }

    private Map<String, String> homes(List<HeldRole> held) {
        var homes = new HashMap<String, String>();
        for (var role : held) {
            accounts.find(role.account())
                    .map(account -> account.staff())
                    .flatMap(directory::find)
                    .flatMap(member -> departments.find(member.department()))
                    .ifPresent(home -> homes.put(role.account().toString(), home.shortName()));
        }
        return homes;
    }

    @GetMapping("/reasons.csv")
    void export(
            CurrentUser user,
            @RequestParam(defaultValue = "") String person,
            @RequestParam(defaultValue = "") String permission,
            @RequestParam(defaultValue = "") String department,
            Shell shell,
            HttpServletResponse response)
            throws IOException {
        permissions.require(user, AccessReasons.VIEW_ACCESS);
        var page = page(person.strip(), permission, department.strip(), shell);
        CsvExport.send(
                response,
                "access.csv",
                List.of(
                        shell.say("permission.roles.person"),
                        shell.say("permission.roles.department"),
                        shell.say("permission.roles.role"),
                        shell.say("permission.roles.scope"),
                        shell.say("permission.access.why"),
                        shell.say("permission.access.from"),
                        shell.say("permission.access.until")),
                page.reasons().stream()
                        .map(row -> List.of(
                                row.holder(),
                                page.home(row),
                                row.role(),
                                row.scope(),
                                row.through(),
                                shell.time(row.held().startsAt()),
                                shell.time(row.held().endsAt()))));
    }
}
