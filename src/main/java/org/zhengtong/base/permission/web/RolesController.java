package org.zhengtong.base.permission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.Invitations;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.ui.CsvExport;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.base.ui.Shell;

@Controller
@RequestMapping("/staff/roles")
class RolesController {

    /** Which people are listed; sent with every form, so that one comes back to the same list. */
    record View(String name, String department, String after) {
        View {
            name = name == null ? "" : name;
            department = department == null ? "" : department;
            after = after == null ? "" : after;
        }

        String query() {
            return UriComponentsBuilder.newInstance()
                    .queryParam("name", "{name}")
                    .queryParam("department", "{department}")
                    .encode()
                    .buildAndExpand(name, department)
                    .toUriString();
        }
    }

    private final RoleAdministration administration;
    private final Permissions permissions;
    private final PeopleWithRoles people;
    private final StaffDirectory directory;
    private final Invitations invitations;
    private final NodeMode mode;
    private final Clock clock;

    RolesController(
            RoleAdministration administration,
            Permissions permissions,
            PeopleWithRoles people,
            StaffDirectory directory,
            Invitations invitations,
            NodeMode mode,
            Clock clock) {
        this.administration = administration;
        this.permissions = permissions;
        this.people = people;
        this.directory = directory;
        this.invitations = invitations;
        this.mode = mode;
        this.clock = clock;
    }

    @GetMapping
    String list(
            CurrentUser user,
            View view,
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "0") long assignment,
            Model model) {
        permissions.require(user, RoleAdministration.GRANT_ROLE);
        model.addAttribute("page", people.page(user, view, done, assignment, null));
        return "permission/roles";
    }

    @GetMapping("/people.csv")
    void export(CurrentUser user, View view, Shell shell, HttpServletResponse response) throws IOException {
        permissions.require(user, RoleAdministration.GRANT_ROLE);
        CsvExport.send(
                response,
                "roles.csv",
                List.of(
                        shell.say("organization.column.number"),
                        shell.say("permission.roles.person"),
                        shell.say("permission.roles.department"),
                        shell.say("permission.roles.role"),
                        shell.say("permission.roles.scope"),
                        shell.say("permission.access.why"),
                        shell.say("permission.roles.time")),
                people.everybody(user, view).stream()
                        .flatMap(person -> person.held().stream()
                                .map(held -> List.of(
                                        person.staff(),
                                        person.name(),
                                        person.departmentName(),
                                        held.role(),
                                        held.scope(),
                                        held.through(),
                                        held.until()))));
    }

    @PostMapping("/assignments")
    String grant(
            CurrentUser user, View view, @RequestParam AccountId account, @RequestParam String role, GrantForm form) {
        var id = administration.grant(user, account, roleCode(role), scope(form.scope()), form.term(clock.getZone()));
        return back(view, "granted", id);
    }

    @PostMapping("/assignments/{id}/revocation")
    String revoke(CurrentUser user, View view, @PathVariable long id) {
        administration.revoke(user, id);
        return back(view, "revoked", id);
    }

    @PostMapping("/assignments/{id}/restoration")
    String restore(CurrentUser user, View view, @PathVariable long id) {
        administration.restore(user, id);
        return back(view, "restored", id);
    }

    /** Shows the link once, on the answer to the form: it stands in no address and no log. */
    @PostMapping("/invitations")
    String invite(CurrentUser user, View view, @RequestParam String staff, Model model) {
        var member = directory.require(staffId(staff));
        permissions.require(user, Invitations.INVITE_STAFF, member.department());
        var link = mode.publicUrl() + invitations.invite(user, member.id());
        model.addAttribute("page", people.page(user, view, "", 0, link));
        return "permission/roles";
    }

    private static RoleCode roleCode(String written) {
        try {
            return new RoleCode(written);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private static StaffId staffId(String written) {
        try {
            return new StaffId(written);
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private static DataScope scope(String written) {
        try {
            return written.equals("everything")
                    ? DataScope.EVERYTHING
                    : written.indexOf('.') > 0
                            ? DataScope.of(new DepartmentId(written))
                            : DataScope.of(new DivisionCode(written));
        } catch (IllegalArgumentException refused) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
    }

    private static String back(View view, String done, long assignment) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/staff/roles")
                        .queryParam("name", "{name}")
                        .queryParam("department", "{department}")
                        .queryParam("done", done)
                        .queryParam("assignment", assignment)
                        .encode()
                        .buildAndExpand(view.name(), view.department())
                        .toUriString();
    }
}
