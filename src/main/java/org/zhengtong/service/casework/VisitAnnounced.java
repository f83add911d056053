package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * A site visit was planned, moved or called off; the applicant and those who take part are told.
 *
 * @param reason of moving or calling off; empty for a new one
 */
public record VisitAnnounced(
        CaseNumber number,
        What what,
        LocalDate heldOn,
        String startsAt,
        String place,
        String reason,
        @Nullable AccountId applicant,
        List<AccountId> people) {

    public VisitAnnounced {
        people = List.copyOf(people);
    }

    /** What happened to it. */
    public enum What {
        PLANNED,
        MOVED,
        CALLED_OFF
    }
}
