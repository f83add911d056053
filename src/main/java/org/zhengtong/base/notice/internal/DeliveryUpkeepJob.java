package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.base.settings.Settings;

/** Deletes deliveries whose term of keeping is over, with their course; the messages in the site stay. */
@Component
class DeliveryUpkeepJob implements RecurringJob {

    static final int BATCH = 1000;

    private final DeliveryUpkeepStore deliveries;
    private final Settings settings;
    private final Clock clock;

    DeliveryUpkeepJob(DeliveryUpkeepStore deliveries, Settings settings, Clock clock) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notice.keep_deliveries";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(3, 40));
    }

    /** Each batch is a transaction of its own, so that sending never waits for it. */
    @Override
    public JobNote run() {
        var days = settings.value(NoticeSettings.KEEP_DAYS);
        var before = clock.instant().minus(Duration.ofDays(days));
        var deleted = 0;
        for (var last = BATCH; last == BATCH; deleted += last) {
            last = deliveries.deleteEnded(before, BATCH);
        }
        deliveries.deleteUnmatchedReceipts(before);
        return JobNote.of("notice.keep_deliveries.note", deleted, days);
    }
}
