package org.zhengtong.base.permission.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Delegations.Delegation;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Term;

/** Time and audit entries of delegations. */
@Component
class DelegationLog {

    private final AuditLog audit;
    private final Clock clock;

    DelegationLog(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    Delegation made(AccountId from, AccountId to, HeldRole source, Term term, String reason) {
        return new Delegation(
                0,
                from,
                to,
                source.role(),
                source.scope(),
                Objects.requireNonNull(term.startsAt()),
                Objects.requireNonNull(term.endsAt()),
                reason,
                now(),
                null,
                null);
    }

    void record(CurrentUser by, String event, long id, Delegation made) {
        audit.record(AuditAction.of(by.actor(), event, "delegation", Long.toString(id))
                .because(made.reason())
                .with("from", made.from())
                .with("to", made.to())
                .with("role", made.role())
                .with("starts", made.startsAt())
                .with("ends", made.endsAt()));
    }
}
