package org.zhengtong.base.permission.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.Assignment;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleAdministration;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.permission.Term;
import org.zhengtong.base.problem.ProblemException;

@Service
class AuditedRoleAdministration implements RoleAdministration {

    private final RoleStore roles;
    private final AssignmentStore assignments;
    private final Grants grants;
    private final Permissions permissions;
    private final Accounts accounts;
    private final Separation separation;
    private final AuditLog audit;

    AuditedRoleAdministration(
            RoleStore roles,
            AssignmentStore assignments,
            Grants grants,
            Permissions permissions,
            Accounts accounts,
            Separation separation,
            AuditLog audit) {
        this.roles = roles;
        this.assignments = assignments;
        this.grants = grants;
        this.permissions = permissions;
        this.accounts = accounts;
        this.separation = separation;
        this.audit = audit;
    }

    @Override
    public List<Role> roles() {
        return roles.all();
    }

    @Override
    public Map<AccountId, List<Assignment>> assignments(Collection<AccountId> of) {
        return of.isEmpty()
                ? Map.of()
                : assignments.of(of).stream().collect(Collectors.groupingBy(Assignment::account));
    }

    @Override
    public boolean mayGrant(CurrentUser by, RoleCode role, DataScope scope) {
        return separation.mayFill(by, role)
                || permissions.may(by, GRANT_ROLE) && isWithin(by, requireRole(role), scope);
    }

    @Override
    public List<AccountId> holders(RoleCode role) {
        return assignments.holdersOf(role);
    }

    @Override
    @Transactional
    public long grant(CurrentUser by, AccountId to, RoleCode code, DataScope scope) {
        return grant(by, to, code, scope, Term.OPEN);
    }

    @Override
    @Transactional
    public long grant(CurrentUser by, AccountId to, RoleCode code, DataScope scope, Term term) {
        var role = requireRole(code);
        if (!separation.mayFill(by, code)) {
            requireReach(by, role, scope);
        }
        var account = accounts.find(to)
                .filter(found -> found.kind() == AccountKind.STAFF)
                .orElseThrow(() -> new ProblemException(PermissionProblem.ASSIGNMENT_NOT_FOUND));
        separation.check(to, role);
        var id = grants.grant(to, code, scope, term, by.name());
        record(by, "permission.grant", account, code, scope);
        return id;
    }

    @Override
    @Transactional
    public Assignment revoke(CurrentUser by, long id) {
        var assignment = requireAssignment(id);
        requireReach(by, requireRole(assignment.role()), assignment.scope());
        if (AdminRole.of(assignment.role()).isPresent()
                && assignments.holdersOf(assignment.role()).size() < 2) {
            throw new ProblemException(PermissionProblem.LAST_ADMINISTRATOR);
        }
        if (grants.revoke(id, assignment.account(), by.name())) {
            record(by, "permission.revoke", holder(assignment), assignment.role(), assignment.scope());
        }
        return assignment;
    }

    @Override
    @Transactional
    public Assignment restore(CurrentUser by, long id) {
        var assignment = requireAssignment(id);
        var role = requireRole(assignment.role());
        requireReach(by, role, assignment.scope());
        separation.check(assignment.account(), role);
        if (grants.restore(id, assignment.account())) {
            record(by, "permission.restore", holder(assignment), assignment.role(), assignment.scope());
        }
        return assignment;
    }

    @Override
    public Optional<Assignment> find(long id) {
        return assignments.find(id);
    }

    private Role requireRole(RoleCode code) {
        return roles.all().stream()
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PermissionProblem.ROLE_NOT_FOUND, code.value()));
    }

    private Assignment requireAssignment(long id) {
        return assignments.find(id).orElseThrow(() -> new ProblemException(PermissionProblem.ASSIGNMENT_NOT_FOUND));
    }

    private Account holder(Assignment assignment) {
        return accounts.find(assignment.account())
                .orElseThrow(() -> new ProblemException(PermissionProblem.ASSIGNMENT_NOT_FOUND));
    }

    // Nobody grants further than he may himself; the built-in role knows no limits, so only one without limits grants
    // it.
    private void requireReach(CurrentUser by, Role role, DataScope scope) {
        permissions.require(by, GRANT_ROLE);
        if (!isWithin(by, role, scope)) {
            throw new ProblemException(PermissionProblem.BEYOND_OWN_SCOPE);
        }
    }

    private boolean isWithin(CurrentUser by, Role role, DataScope scope) {
        var own = permissions.scopeOf(by, GRANT_ROLE);
        return own.everything()
                || !role.builtIn()
                        && !scope.everything()
                        && !scope.isEmpty()
                        && scope.departments().stream().allMatch(own::covers)
                        && scope.divisions().stream().allMatch(own::covers);
    }

    private void record(CurrentUser by, String event, Account holder, RoleCode role, DataScope scope) {
        audit.record(AuditAction.of(by.actor(), event, "account", holder.id().toString())
                .with("holder", holder.name())
                .with("role", role)
                .with("everything", scope.everything())
                .with("departments", String.join(" ", scope.departmentValues()))
                .with("divisions", String.join(" ", scope.divisionPatterns())));
    }
}
