package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** The applicant was told what is missing. */
public record SupplementRequested(
        CaseNumber number, int items, @Nullable AccountId applicant) {}
