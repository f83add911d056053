package org.zhengtong.base.permission.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.Divisions;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.Assignment;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.permission.web.RolesPage.DoneNote;
import org.zhengtong.base.permission.web.RolesPage.HeldRow;
import org.zhengtong.base.permission.web.RolesPage.PersonRow;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Texts;

/** Puts together who holds which role, as far as the reader may grant. */
@Component
class PeopleWithRoles {
    private static final int MOST = 50;

    private final StaffDirectory directory;
    private final Departments departments;
    private final Divisions divisions;
    private final Accounts accounts;
    private final RoleAdministration administration;
    private final Permissions permissions;
    private final Texts texts;

    PeopleWithRoles(
            StaffDirectory directory,
            Departments departments,
            Divisions divisions,
            Accounts accounts,
            RoleAdministration administration,
            Permissions permissions,
            Texts texts) {
        this.directory = directory;
        this.departments = departments;
        this.divisions = divisions;
        this.accounts = accounts;
        this.administration = administration;
        this.permissions = permissions;
        this.texts = texts;
    }

    RolesPage page(
            CurrentUser user, RolesController.View view, String done, long assignment, @Nullable String invitation) {
        var own = permissions.scopeOf(user, RoleAdministration.GRANT_ROLE);
        var open = departments.search("", null, Integer.MAX_VALUE).stream()
                .filter(department -> own.covers(department.id()))
                .toList();
        var roles = administration.roles();
        var chosen = open.stream()
                .filter(department -> department.id().value().equals(view.department()))
                .map(Department::id)
                .findFirst()
                .orElse(null);
        var staff = directory.search(view.name(), chosen, MOST).stream()
                .filter(member -> own.covers(member.department()))
                .toList();
        return new RolesPage(
                view.name(),
                view.department(),
                open,
                rows(staff, roles),
                roles.stream()
                        .filter(role -> own.everything() || !role.builtIn())
                        .toList(),
                note(done, assignment, roles),
                invitation);
    }

    private List<PersonRow> rows(List<StaffMember> staff, List<Role> roles) {
        var bound = accounts.ofStaff(staff.stream().map(StaffMember::id).toList());
        var held = administration.assignments(bound.values());
        var names = departments.names(
                staff.stream().map(StaffMember::department).distinct().toList());
        return staff.stream()
                .map(member -> {
                    var account = bound.get(member.id());
                    return new PersonRow(
                            member.id().value(),
                            member.name(),
                            member.department().value(),
                            names.getOrDefault(member.department(), ""),
                            member.department().division().value(),
                            divisions.require(member.department().division()).name(),
                            account == null ? null : account.value(),
                            held(account, held, roles));
                })
                .toList();
    }

    private List<HeldRow> held(@Nullable AccountId account, Map<AccountId, List<Assignment>> all, List<Role> roles) {
        return account == null
                ? List.of()
                : all.getOrDefault(account, List.of()).stream()
                        .map(held -> new HeldRow(held.id(), roleName(held.role(), roles), words(held.scope())))
                        .toList();
    }

    private @Nullable DoneNote note(String done, long id, List<Role> roles) {
        var assignment = administration.find(id).orElse(null);
        if (assignment == null || !List.of("granted", "revoked", "restored").contains(done)) {
            return null;
        }
        var holder = accounts.names(List.of(assignment.account())).getOrDefault(assignment.account(), "");
        var undo = done.equals("granted") ? "revocation" : done.equals("revoked") ? "restoration" : null;
        return new DoneNote(
                "permission.roles." + done,
                holder,
                roleName(assignment.role(), roles),
                undo == null ? null : "/staff/roles/assignments/" + id + "/" + undo);
    }

    private static String roleName(RoleCode code, List<Role> roles) {
        return roles.stream()
                .filter(role -> role.code().equals(code))
                .map(role -> role.name(locale()))
                .findFirst()
                .orElse(code.value());
    }

    private String words(DataScope scope) {
        if (scope.everything()) {
            return texts.say(locale(), "permission.roles.scope.everything");
        }
        var names = departments.names(scope.departments());
        var within = scope.departments().stream().map(id -> shown(id, names)).collect(Collectors.joining(" "));
        var areas = divisions.names(scope.divisions()).values().stream()
                .map(name -> texts.say(locale(), "permission.roles.scope.division", name))
                .collect(Collectors.joining(" "));
        return (within + " " + areas).strip();
    }

    private static String shown(DepartmentId id, Map<DepartmentId, String> names) {
        return names.getOrDefault(id, id.value());
    }

    private static Locale locale() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Appearance.of(attributes.getRequest()).locale()
                : LocaleContextHolder.getLocale();
    }
}
