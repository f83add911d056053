package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A special procedure came to its result; days count again unless another one runs. */
public record SpecialProcedureEnded(
        CaseNumber number,
        SpecialProcedure.Kind kind,
        @Nullable AccountId applicant) {}
