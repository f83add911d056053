package org.zhengtong.base.permission.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.permission.web.RolesPage.DoneNote;
import org.zhengtong.base.permission.web.RolesPage.HeldRow;
import org.zhengtong.base.permission.web.RolesPage.PersonRow;
import org.zhengtong.base.ui.Appearance;

/** Puts together who holds which role, as far as the reader may grant. */
@Component
class PeopleWithRoles {
    private static final int MOST = 50;
    private static final int MOST_EXPORTED = 20_000;

    private final StaffDirectory directory;
    private final Departments departments;
    private final Accounts accounts;
    private final RoleAdministration administration;
    private final Permissions permissions;
    private final RoleWords words;
    private final AccessReasons reasons;

    PeopleWithRoles(
            StaffDirectory directory,
            Departments departments,
            Accounts accounts,
            RoleAdministration administration,
            Permissions permissions,
            RoleWords words,
            AccessReasons reasons) {
        this.directory = directory;
        this.departments = departments;
        this.accounts = accounts;
        this.administration = administration;
        this.permissions = permissions;
        this.words = words;
        this.reasons = reasons;
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
        var staff = found(view, own, chosen, MOST + 1);
        return new RolesPage(
                view.name(),
                view.department(),
                open,
                rows(staff.stream().limit(MOST).toList()),
                roles.stream()
                        .filter(role -> own.everything() || !role.builtIn())
                        .toList(),
                note(done, assignment, roles),
                invitation,
                staff.size() > MOST ? staff.get(MOST - 1).id().value() : null,
                !view.after().isEmpty(),
                view.query());
    }

    /** Everybody the reader may grant to, page by page of the directory until enough are found. */
    private List<StaffMember> found(RolesController.View view, DataScope own, @Nullable DepartmentId chosen, int most) {
        var found = new ArrayList<StaffMember>();
        var after = view.after();
        while (found.size() < most) {
            var next = directory.after(after, view.name(), chosen == null ? null : chosen.division(), 500);
            next.stream()
                    .filter(member -> own.covers(member.department()))
                    .filter(member -> chosen == null || member.department().equals(chosen))
                    .limit(most - found.size())
                    .forEach(found::add);
            if (next.size() < 500) {
                return found;
            }
            after = next.getLast().id().value();
        }
        return found;
    }

    /** All people of a search with their roles, for a file. */
    List<PersonRow> everybody(CurrentUser user, RolesController.View view) {
        var own = permissions.scopeOf(user, RoleAdministration.GRANT_ROLE);
        return rows(found(view, own, null, MOST_EXPORTED)).stream()
                .filter(person ->
                        view.department().isEmpty() || person.departmentId().equals(view.department()))
                .toList();
    }

    private List<PersonRow> rows(List<StaffMember> staff) {
        var bound = accounts.ofStaff(staff.stream().map(StaffMember::id).toList());
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
                            words.division(member.department().division()),
                            account == null ? null : account.value(),
                            held(account));
                })
                .toList();
    }

    private List<HeldRow> held(org.zhengtong.base.identity.@Nullable AccountId account) {
        return account == null
                ? List.of()
                : words.rows(reasons.of(account), locale()).stream()
                        .map(row -> new HeldRow(
                                row.held().id(),
                                row.role(),
                                row.scope(),
                                row.held().source() == HeldRole.Source.DIRECT ? "" : row.through(),
                                words.term(row.held(), locale()),
                                row.held().source() == HeldRole.Source.DIRECT))
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

    private static Locale locale() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? Appearance.of(attributes.getRequest()).locale()
                : LocaleContextHolder.getLocale();
    }
}
