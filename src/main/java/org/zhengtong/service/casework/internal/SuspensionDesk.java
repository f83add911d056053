package org.zhengtong.service.casework.internal;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseSuspensions;

/** The front door of suspending cases: draws the transaction around each action. */
@Service
class SuspensionDesk implements CaseSuspensions {

    private final Suspensions suspensions;
    private final SuspensionGrounds grounds;
    private final Rights rights;

    SuspensionDesk(Suspensions suspensions, SuspensionGrounds grounds, Rights rights) {
        this.suspensions = suspensions;
        this.grounds = grounds;
        this.rights = rights;
    }

    @Override
    @Transactional
    public CaseOutcome suspend(CaseNumber number, Suspend suspend, CurrentUser by) {
        return suspensions.suspend(number, suspend, by);
    }

    @Override
    @Transactional
    public CaseOutcome resume(CaseNumber number, String outcome, CurrentUser by) {
        return suspensions.resume(number, outcome, by);
    }

    @Override
    public boolean may(CaseFile file, CurrentUser by) {
        return file.handledAt() == null && rights.leads(by, file);
    }

    @Override
    public List<Ground> grounds() {
        return grounds.all();
    }
}
