package org.zhengtong.base.permission.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.Role;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.problem.ProblemException;

/** Keeps the three administrators apart from one another and from business, one grant at a time. */
@Component
class Separation {

    private final RoleStore roles;
    private final RoleHolding holding;
    private final AssignmentStore assignments;
    private final Accounts accounts;

    Separation(RoleStore roles, RoleHolding holding, AssignmentStore assignments, Accounts accounts) {
        this.roles = roles;
        this.holding = holding;
        this.assignments = assignments;
        this.accounts = accounts;
    }

    /** Stops when the role must not meet what the account holds already; others wait who grant to the same account. */
    void check(AccountId to, Role role) {
        assignments.lock(to);
        var wanted = Duties.of(role);
        for (var held : held(to)) {
            var present = Duties.of(held);
            if (present.isPresent() && wanted.isPresent() && !present.equals(wanted)) {
                throw refused(PermissionProblem.SECOND_ADMINISTRATOR, to, held);
            }
            if (present.isPresent() != wanted.isPresent()) {
                throw refused(PermissionProblem.ADMINISTRATOR_WITHOUT_BUSINESS, to, held);
            }
        }
    }

    private List<Role> held(AccountId account) {
        var codes = holding.own(account).stream().map(HeldRole::role).distinct().toList();
        return roles.all().stream().filter(role -> codes.contains(role.code())).toList();
    }

    private ProblemException refused(PermissionProblem problem, AccountId to, Role held) {
        var name = accounts.names(List.of(to)).getOrDefault(to, "");
        return new ProblemException(problem, name, held.name(Locale.SIMPLIFIED_CHINESE));
    }

    /** Whether the account is one of the three administrators now. */
    boolean isAdministrator(AccountId account) {
        return held(account).stream().map(Duties::of).anyMatch(Optional::isPresent);
    }

    /** An administrator's role that nobody holds who can sign in. */
    boolean isVacant(RoleCode role) {
        return AdminRole.of(role).isPresent()
                && assignments.holdersOf(role).stream()
                        .map(accounts::findUser)
                        .flatMap(Optional::stream)
                        .findAny()
                        .isEmpty();
    }

    /** On a fresh node the system administrator alone is there: he may appoint the other two, as long as they are missing. */
    boolean mayFill(CurrentUser by, RoleCode role) {
        return isVacant(role) && assignments.holdersOf(Role.ADMINISTRATOR).contains(by.id());
    }
}
