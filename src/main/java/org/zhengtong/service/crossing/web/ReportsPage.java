package org.zhengtong.service.crossing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.crossing.internal.look.ReportLook;

/**
 * Cases of sub-halls, the latest first.
 *
 * @param nodes names of the nodes that reported, by code
 * @param names names of the departments
 */
public record ReportsPage(
        ReportsForm form,
        List<ReportLook> cases,
        boolean more,
        Map<String, String> nodes,
        Map<DepartmentId, String> names,
        LocalDate today) {

    static final String HREF = "/staff/reported-cases";

    public @Nullable String first() {
        return form.text(form.before()).isEmpty() ? null : HREF + form.query(null);
    }

    public @Nullable String next() {
        return more ? HREF + form.query(cases.getLast()) : null;
    }

    public String department(ReportLook look) {
        return names.getOrDefault(new DepartmentId(look.department()), look.department());
    }

    public String node(String code) {
        return nodes.getOrDefault(code, code);
    }
}
