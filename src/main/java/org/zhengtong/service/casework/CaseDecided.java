package org.zhengtong.service.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;

/** A case was granted or denied. */
public record CaseDecided(
        CaseNumber number,
        ItemCode itemCode,
        boolean granted,
        @Nullable String licenseType,
        DivisionCode division,
        DepartmentId leadDepartment,
        @Nullable AccountId applicant,
        Instant at) {}
