package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A special procedure began; the applicant is told that its time is not counted (行政许可法 第四十五条). */
public record SpecialProcedureStarted(
        CaseNumber number,
        SpecialProcedure.Kind kind,
        LocalDate expectedOn,
        @Nullable AccountId applicant) {}
