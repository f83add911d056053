package org.zhengtong.service.fees;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/** A refund (退款): asked for by one member of staff, approved by another. */
public record Refund(
        long id,
        String order,
        DepartmentId department,
        Money amount,
        String reason,
        State state,
        Instant askedAt,
        AccountId askedBy,
        String askedByName,
        @Nullable Instant decidedAt,
        @Nullable String decidedByName,
        @Nullable Instant doneAt) {

    /** Where it stands. */
    public enum State {
        ASKED,
        /** The provider has not confirmed yet; it is asked again until it has. */
        APPROVED,
        DONE,
        REFUSED
    }
}
