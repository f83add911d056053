package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseLeads;

/** Patterns worth a second look (廉政线索): each with its reason, none a verdict; every look is recorded before it is answered. */
public interface IntegrityLeads {

    /** Needed to look, and given with nothing else. */
    String VIEW_LEADS = "supervision.view_leads";

    List<CaseLeads.Lead> look(Kind kind, LocalDate from, LocalDate to, DivisionCode within, CurrentUser reader);

    /** What stands out. */
    enum Kind {
        QUICK,
        PAIR,
        JUMP
    }
}
