package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.workdays.TimeLimit;

/** A limit was extended; the applicant is told why (行政许可法 第四十二条). */
public record LimitExtended(
        CaseNumber number,
        TimeLimit by,
        String reason,
        @Nullable AccountId applicant) {}
