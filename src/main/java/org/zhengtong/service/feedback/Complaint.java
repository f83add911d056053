package org.zhengtong.service.feedback;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseNumber;

/**
 * A complaint (投诉).
 *
 * @param about the case it is about, if it is about one
 * @param dueOn last day for the next step: to take it up or not, then to answer; null when ended
 * @param reply reasons of a refusal, or the answer
 */
public record Complaint(
        ComplaintNumber number,
        @Nullable CaseNumber about,
        DepartmentId department,
        AccountId complainant,
        String text,
        String contact,
        ComplaintState state,
        Instant filedAt,
        @Nullable LocalDate dueOn,
        @Nullable Instant acceptedAt,
        @Nullable String reply,
        @Nullable Instant endedAt,
        @Nullable String handledBy) {}
