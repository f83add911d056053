package org.zhengtong.service.supervision.web;

import java.util.Map;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseRoll;

/** The cases behind one figure. */
public record CasesPage(
        CaseRoll.Which which,
        Period period,
        DivisionCode within,
        String name,
        CaseRoll.Page found,
        Map<DepartmentId, String> departments) {

    public String department(CaseRoll.Entry entry) {
        return departments.getOrDefault(entry.department(), entry.department().value());
    }

    /** Address of this list for another figure. */
    public String href(CaseRoll.Which other) {
        return "/staff/supervision/cases?show=" + other.name().toLowerCase(java.util.Locale.ROOT) + "&period="
                + period.value() + "&within=" + within.value();
    }
}
