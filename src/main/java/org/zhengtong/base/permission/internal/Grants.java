package org.zhengtong.base.permission.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.RoleCode;
import org.zhengtong.base.permission.Term;
import org.zhengtong.base.permission.internal.HeldRights.RightsChanged;

/** Changes assignments and tells everybody who remembers them, inside the caller's transaction. */
@Component
class Grants {

    private final AssignmentStore assignments;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grants(AssignmentStore assignments, Accounts accounts, ApplicationEventPublisher events, Clock clock) {
        this.assignments = assignments;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
    }

    long grant(AccountId account, RoleCode role, DataScope scope, String by) {
        return grant(account, role, scope, Term.OPEN, by);
    }

    /** A grant for a time stands beside one in the same scope that is there; an open one is not made twice. */
    long grant(AccountId account, RoleCode role, DataScope scope, Term term, String by) {
        var same = term.equals(Term.OPEN) ? assignments.findSame(account, role, scope, false) : Optional.<Long>empty();
        return same.orElseGet(() -> {
            var id = assignments.insert(account, role, scope, term, by);
            changed(Set.of(account));
            return id;
        });
    }

    boolean revoke(long assignment, AccountId account, String by) {
        var done = assignments.revoke(assignment, by, clock.instant());
        changed(Set.of(account));
        return done;
    }

    boolean restore(long assignment, AccountId account) {
        var done = assignments.restore(assignment);
        changed(Set.of(account));
        return done;
    }

    void changed(Collection<AccountId> concerned) {
        accounts.renewRights(concerned);
        events.publishEvent(new RightsChanged(Set.copyOf(concerned)));
    }
}
