package org.zhengtong.service.casework;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/** A case was accepted although materials are missing; they have to follow by a day (容缺受理). */
public record MaterialsDeferred(
        CaseNumber number,
        int materials,
        LocalDate dueOn,
        @Nullable AccountId applicant) {}
