package org.zhengtong.service.casework;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A suspended case goes on; the applicant and those who work on it are told. */
public record CaseResumed(CaseNumber number, @Nullable AccountId applicant, List<CaseSuspended.Lane> lanes) {

    public CaseResumed {
        lanes = List.copyOf(lanes);
    }
}
