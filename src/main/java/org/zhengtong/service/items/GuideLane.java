package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.organization.DepartmentId;

/** What one department does while others work at the same time (并联), with its own limits. */
public record GuideLane(DepartmentId department, @Nullable ItemCode item, String task, ItemLimits limits) {}
