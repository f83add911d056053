package org.zhengtong.service.supervision.web.leads;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseLeads;
import org.zhengtong.service.supervision.IntegrityLeads.Kind;

/** Leads of one kind, of a month. */
public record LeadsPage(
        Kind kind,
        YearMonth month,
        DivisionCode within,
        String name,
        List<CaseLeads.Lead> leads,
        Map<DepartmentId, String> departments) {

    public String department(CaseLeads.Lead lead) {
        return departments.getOrDefault(lead.department(), lead.department().value());
    }

    /** The page of another kind or month. */
    public String href(Kind other, YearMonth of) {
        return "/staff/supervision/leads?kind=" + other.name().toLowerCase(Locale.ROOT) + "&of=" + of + "&within="
                + within.value();
    }
}
