package org.zhengtong.base.notice.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Sends the mails of the outbox. */
@Component
class MailJobs implements RecurringJob {

    private final MailDispatch dispatch;

    MailJobs(MailDispatch dispatch) {
        this.dispatch = dispatch;
    }

    @Override
    public String name() {
        return "notice.mail";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofSeconds(20));
    }

    @Override
    public JobNote run() {
        var dispatched = dispatch.sendDue();
        return dispatch.configured()
                ? JobNote.of("notice.mail.job.done", dispatched.sent(), dispatched.waiting())
                : JobNote.of("notice.mail.job.no_server", dispatched.waiting());
    }
}
