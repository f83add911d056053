package org.zhengtong.service.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/** What an applicant thinks of how his case was handled (好差评). */
public record ServiceRating(
        CaseNumber number,
        String itemName,
        DepartmentId department,
        AccountId ratedBy,
        Satisfaction satisfaction,
        Set<RatingAspect> aspects,
        String text,
        Instant ratedAt,
        @Nullable FollowUp followUp) {

    /**
     * The department's answer to a bad rating: it asks back, mends or explains, and says what it did.
     *
     * @param dueOn five working days after the rating
     */
    public record FollowUp(
            LocalDate dueOn,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable String answeredBy) {

        public boolean open() {
            return answeredAt == null;
        }
    }
}
