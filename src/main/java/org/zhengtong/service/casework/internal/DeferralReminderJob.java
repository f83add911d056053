package org.zhengtong.service.casework.internal;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.notice.Notice;
import org.zhengtong.base.notice.Notices;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Reminds applicants of materials that have to follow (容缺受理), three working days before the last day. */
@Component
class DeferralReminderJob implements RecurringJob {

    static final String NAME = "casework.remind_deferred";

    private static final int AHEAD = 3;

    private final OfferStore store;
    private final CaseFileStore cases;
    private final CaseClock clocks;
    private final WorkingCalendar calendar;
    private final Notices notices;
    private final TransactionOperations transaction;

    DeferralReminderJob(
            OfferStore store,
            CaseFileStore cases,
            CaseClock clocks,
            WorkingCalendar calendar,
            Notices notices,
            TransactionOperations transaction) {
        this.store = store;
        this.cases = cases;
        this.clocks = clocks;
        this.calendar = calendar;
        this.notices = notices;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(8, 40));
    }

    @Override
    public JobNote run() {
        var today = clocks.today();
        var awaited = store.unreminded(today, calendar.addWorkingDays(today, AHEAD));
        awaited.forEach(one -> transaction.executeWithoutResult(status -> remind(one)));
        return JobNote.of("casework.remind_deferred.note", awaited.size());
    }

    private void remind(OfferStore.Awaited one) {
        store.reminded(one.caseId(), clocks.today());
        cases.find(one.caseId()).ifPresent(loaded -> {
            var number = loaded.file().number();
            var account = loaded.file().applicant().account();
            if (account != null) {
                notices.send(Notice.to(account, "casework.news.deferred-due", number, one.materials(), one.dueOn())
                        .linking("/cases/" + number));
            }
        });
    }
}
