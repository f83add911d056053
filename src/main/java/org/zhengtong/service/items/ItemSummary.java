package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.TimeLimit;

/** An item as lists show it. */
public record ItemSummary(
        ItemCode code,
        int version,
        String name,
        ItemKind kind,
        DivisionCode division,
        DepartmentId department,
        @Nullable TimeLimit committed,
        boolean online) {}
