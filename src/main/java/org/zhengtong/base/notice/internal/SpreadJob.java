package org.zhengtong.base.notice.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Spreads new messages to the channels, and those that nobody acknowledged to the next one. */
@Component
class SpreadJob implements RecurringJob {

    private static final int MOST_BATCHES = 50;

    private final Spreading spreading;

    SpreadJob(Spreading spreading) {
        this.spreading = spreading;
    }

    @Override
    public String name() {
        return "notice.spread";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofSeconds(10));
    }

    @Override
    public JobNote run() {
        var spread = 0;
        for (var batch = 0; batch < MOST_BATCHES; batch++) {
            var taken = spreading.spread();
            spread += taken;
            if (taken == 0) {
                break;
            }
        }
        return JobNote.of("notice.spread.done", spread, spreading.escalate());
    }
}
