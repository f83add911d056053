package org.zhengtong.service.supervision.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.Warning;

/** Warnings that still apply. */
public record WarningsPage(List<Warning> warnings, Map<DepartmentId, String> departments) {

    public String department(Warning warning) {
        return departments.getOrDefault(
                warning.department(), warning.department().value());
    }
}
