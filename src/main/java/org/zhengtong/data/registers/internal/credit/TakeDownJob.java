package org.zhengtong.data.registers.internal.credit;

import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Takes entries down on the day their publicity ends; pages leave them out from that moment anyway. */
@Component
class TakeDownJob implements RecurringJob {

    private final CreditPublicity publicity;
    private final TakingDown takingDown;

    TakeDownJob(CreditPublicity publicity, TakingDown takingDown) {
        this.publicity = publicity;
        this.takingDown = takingDown;
    }

    @Override
    public String name() {
        return "registers.take_down";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(0, 10));
    }

    @Override
    public JobNote run() {
        var expired = publicity.expired();
        expired.forEach(takingDown::takeDown);
        return JobNote.of("registers.take_down.note", expired.size());
    }
}
