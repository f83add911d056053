package org.zhengtong.service.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A case came to its end: delivered, denied, not accepted or withdrawn. */
public record CaseClosed(
        CaseNumber number, CaseState state, @Nullable AccountId applicant, Instant at) {}
