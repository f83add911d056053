package org.zhengtong.base.permission.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Delegations;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.HeldRole.Source;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.permission.Term;
import org.zhengtong.base.problem.ProblemException;

@Service
class AuditedDelegations implements Delegations {
    private static final int LONGEST_REASON = 200;

    private final RoleHolding holding;
    private final RoleStore roles;
    private final DelegationStore delegations;
    private final Separation separation;
    private final Grants grants;
    private final Accounts accounts;
    private final DelegationLog log;

    AuditedDelegations(
            RoleHolding holding,
            RoleStore roles,
            DelegationStore delegations,
            Separation separation,
            Grants grants,
            Accounts accounts,
            DelegationLog log) {
        this.holding = holding;
        this.roles = roles;
        this.delegations = delegations;
        this.separation = separation;
        this.grants = grants;
        this.accounts = accounts;
        this.log = log;
    }

    @Override
    public List<HeldRole> delegable(CurrentUser user) {
        var open = roles.all().stream()
                .filter(role -> role.delegable() && Duties.of(role).isEmpty())
                .map(role -> role.code())
                .toList();
        return holding.own(user.id()).stream()
                .filter(held -> open.contains(held.role()) && held.inForce(log.now()))
                .toList();
    }

    @Override
    @Transactional
    public DelegationOutcome delegate(
            CurrentUser by, String key, AccountId to, LocalDate firstOn, LocalDate lastOn, String reason) {
        var source = delegable(by).stream()
                .filter(held -> held.key().equals(key))
                .findFirst()
                .orElse(null);
        if (source == null) {
            return new DelegationOutcome.Refused("key", "permission.delegation.not-yours");
        }
        var refused = refused(by, to, firstOn, lastOn, reason);
        if (refused != null) {
            return refused;
        }
        var term = Term.ofDays(firstOn, lastOn, log.zone());
        var made = log.made(by.id(), to, source, term, reason.strip());
        var id = delegations.insert(
                made,
                source.source() == Source.DIRECT ? source.id() : null,
                source.source() == Source.POST ? source.id() : null);
        grants.changed(Set.of(by.id(), to));
        log.record(by, "permission.delegate", id, made);
        return new DelegationOutcome.Delegated(id);
    }

    private DelegationOutcome.@org.jspecify.annotations.Nullable Refused refused(
            CurrentUser by, AccountId to, LocalDate firstOn, LocalDate lastOn, String reason) {
        if (to.equals(by.id())) {
            return new DelegationOutcome.Refused("to", "permission.delegation.to-oneself");
        }
        if (accounts.findUser(to)
                .filter(user -> user.kind() == AccountKind.STAFF)
                .isEmpty()) {
            return new DelegationOutcome.Refused("to", "permission.delegation.no-account");
        }
        if (separation.isAdministrator(to)) {
            return new DelegationOutcome.Refused("to", "permission.delegation.to-administrator");
        }
        if (firstOn.isBefore(log.today())) {
            return new DelegationOutcome.Refused("firstOn", "permission.delegation.past");
        }
        if (lastOn.isBefore(firstOn)) {
            return new DelegationOutcome.Refused("lastOn", "permission.delegation.turned");
        }
        if (ChronoUnit.DAYS.between(firstOn, lastOn) >= LONGEST_DAYS) {
            return new DelegationOutcome.Refused("lastOn", "permission.delegation.too-long");
        }
        return reason.isBlank() || reason.length() > LONGEST_REASON
                ? new DelegationOutcome.Refused("reason", "permission.delegation.reason-missing")
                : null;
    }

    @Override
    @Transactional
    public void end(CurrentUser by, long id) {
        var made = delegations
                .find(id)
                .filter(each -> each.from().equals(by.id()) || each.to().equals(by.id()))
                .orElseThrow(() -> new ProblemException(PermissionProblem.ASSIGNMENT_NOT_FOUND));
        if (delegations.end(id, by.name(), log.now())) {
            grants.changed(Set.of(made.from(), made.to()));
            log.record(by, "permission.end_delegation", id, made);
        }
    }

    @Override
    public List<Delegation> of(AccountId account) {
        return delegations.of(account);
    }
}
