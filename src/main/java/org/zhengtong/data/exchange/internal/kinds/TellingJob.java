package org.zhengtong.data.exchange.internal.kinds;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.data.exchange.internal.transport.FaultStore;

/** Each morning the neighbours get card and trust list anew, so that their age says something; old greetings are forgotten. */
@Component
class TellingJob implements RecurringJob {

    private final Telling telling;
    private final FaultStore faults;
    private final Clock clock;

    TellingJob(Telling telling, FaultStore faults, Clock clock) {
        this.telling = telling;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange.tell";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(5, 20));
    }

    @Override
    public JobNote run() {
        faults.forgetAsked(clock.instant().minus(Duration.ofDays(1)));
        return JobNote.of("exchange.tell.done", telling.tellAll());
    }
}
