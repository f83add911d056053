package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Opinion;

/** A case that a random history moves, in memory or on a real database, and who moves it. */
interface MoveCase {

    CaseNumber number();

    Cases cases();

    CaseSteps steps();

    CaseConsultations consultations();

    CaseLimits limits();

    CaseSuspensions suspensions();

    /** Registers a decision that revokes how the case ended; says what the engine says. */
    CaseOutcome register(CaseReopenings.Register register);

    Reopenings reopenings();

    Returns returns();

    LoadedCase loaded();

    Map<String, ClockRow> clocks();

    List<Opinion> opinions();

    int extensions();

    /** Who does this task. */
    CurrentUser doer(TaskRow task);

    CurrentUser signer(Opinion signature);

    /** Who decides for the department that leads. */
    CurrentUser lead();

    /** Who approves more time. */
    CurrentUser head();

    CurrentUser applicant();

    AccountId colleague();

    List<DepartmentId> others();

    void today(LocalDate day);
}
