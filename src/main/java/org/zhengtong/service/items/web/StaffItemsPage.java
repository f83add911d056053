package org.zhengtong.service.items.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.items.ItemSummary;

/** The items of a department, for those who keep its guides. */
public record StaffItemsPage(
        List<Department> departments,
        @Nullable DepartmentId chosen,
        String text,
        List<ItemSummary> items,
        long total,
        @Nullable String next,
        @Nullable String first,
        String export) {}
