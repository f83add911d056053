package org.zhengtong.service.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A case came to its end: delivered, not accepted or withdrawn (a denial is told by {@link CaseDecided}). */
public record CaseClosed(
        CaseNumber number, CaseState state, @Nullable AccountId applicant, Instant at) {}
