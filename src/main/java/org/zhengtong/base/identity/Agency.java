package org.zhengtong.base.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An enterprise's authorization of an agent (授权委托, 民法典 第一百六十五条: matters, powers and period in writing).
 *
 * @param matters codes of the matters; empty: all
 * @param endsOn the last day
 */
public record Agency(
        long id,
        AccountId enterprise,
        String enterpriseName,
        AccountId agent,
        String agentName,
        Set<String> matters,
        LocalDate endsOn,
        Instant invitedAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant endedAt) {

    /** Where it stands. */
    public enum State {
        INVITED,
        ACTIVE,
        /** Ended by either side, or never accepted. */
        ENDED,
        /** Its last day is over. */
        OVER
    }

    public Agency {
        matters = Set.copyOf(matters);
    }

    /** Where it stands on a day. */
    public State stateOn(LocalDate today) {
        if (endedAt != null) {
            return State.ENDED;
        }
        if (today.isAfter(endsOn)) {
            return State.OVER;
        }
        return acceptedAt == null ? State.INVITED : State.ACTIVE;
    }
}
