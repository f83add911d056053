package org.zhengtong.data.sharing.internal.grant;

import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.DataGrant.Standing;
import org.zhengtong.data.sharing.DataGrant.State;
import org.zhengtong.data.sharing.Grants.BoundSystem;
import org.zhengtong.data.sharing.Grants.Stop;

/** What changes who may read: stored, written down, and made known to every instance by a new epoch; one transaction. */
@Component
class GrantActs {

    private final GrantStore grants;
    private final StopStore stops;
    private final EpochStore epoch;
    private final Registers registers;
    private final AuditLog audit;
    private final Clock clock;

    GrantActs(GrantStore grants, StopStore stops, EpochStore epoch, Registers registers, AuditLog audit, Clock clock) {
        this.grants = grants;
        this.stops = stops;
        this.epoch = epoch;
        this.registers = registers;
        this.audit = audit;
        this.clock = clock;
    }

    void stand(DataGrant grant, State state, String reason, CurrentUser by) {
        grants.setStanding(grant.number(), new Standing(state, reason, by.name(), clock.instant()));
        epoch.raise();
        var word = switch (state) {
            case ACTIVE -> "sharing.resume_grant";
            case SUSPENDED -> "sharing.suspend_grant";
            case REVOKED -> "sharing.revoke_grant";
        };
        record(word, "grant", grant.number().value(), reason, by);
    }

    void stop(@Nullable RegisterCode register, String reason, CurrentUser by) {
        if (stops.add(new Stop(register, reason, by.name(), clock.instant()))) {
            epoch.raise();
            record("sharing.stop", "register", register == null ? "*" : register.value(), reason, by);
        }
    }

    void lift(@Nullable RegisterCode register, CurrentUser by) {
        if (stops.lift(register, by.name(), clock.instant())) {
            epoch.raise();
            record("sharing.lift_stop", "register", register == null ? "*" : register.value(), "", by);
        }
    }

    Optional<DepartmentId> holder(RegisterCode register) {
        return registers.find(register).map(each -> each.facts().holder());
    }

    BoundSystem bound(String clientId, String name, DepartmentId department, CurrentUser by) {
        epoch.raise();
        record("sharing.bind_system", "system", clientId, "", by);
        return new BoundSystem(clientId, name, department, by.name(), clock.instant());
    }

    void unbound(BoundSystem system, CurrentUser by) {
        epoch.raise();
        record("sharing.unbind_system", "system", system.clientId(), "", by);
    }

    private void record(String word, String type, String id, String reason, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), word, type, id).because(reason.isEmpty() ? null : reason));
    }
}
