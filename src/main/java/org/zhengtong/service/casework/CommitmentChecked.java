package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** The check of a commitment was recorded; {@code kept} says whether it was true. */
public record CommitmentChecked(
        CaseNumber number, boolean kept, @Nullable AccountId applicant) {}
