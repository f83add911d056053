package org.zhengtong.data.sharing;

import java.time.Instant;
import java.time.LocalDate;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.registers.RegisterCode;

/** A grant (共享授权): one department may read some of another's data, for one purpose, until a day. */
public record DataGrant(
        GrantNumber number,
        long request,
        ResourceCode resource,
        String resourceName,
        Subject subject,
        DepartmentId provider,
        DepartmentId consumer,
        Terms terms,
        LocalDate validUntil,
        Standing standing,
        Instant grantedAt,
        String grantedBy) {

    /** Where it stands, since when, why and by whom. */
    public record Standing(State state, String reason, String by, Instant at) {}

    /** Whether it may be used. */
    public enum State {
        ACTIVE,
        SUSPENDED,
        REVOKED
    }

    /** The register whose records it gives; a problem when it is for a service. */
    public RegisterCode register() {
        return subject.register();
    }

    public State state() {
        return standing.state();
    }

    /** Whether its last day is over. */
    public boolean expired(LocalDate today) {
        return today.isAfter(validUntil);
    }
}
