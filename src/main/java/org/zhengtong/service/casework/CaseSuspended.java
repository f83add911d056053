package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/**
 * A case was suspended; the applicant and those who work on it are told.
 *
 * @param title the ground in words
 * @param lanes whose tasks are held
 */
public record CaseSuspended(
        CaseNumber number,
        String title,
        @Nullable LocalDate resumeOn,
        @Nullable AccountId applicant,
        List<Lane> lanes) {

    public CaseSuspended {
        lanes = List.copyOf(lanes);
    }

    /** A task that is held: its department, and who has it in hand. */
    public record Lane(DepartmentId department, @Nullable AccountId holder) {}
}
