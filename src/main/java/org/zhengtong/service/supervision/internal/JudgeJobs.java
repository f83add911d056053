package org.zhengtong.service.supervision.internal;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;
import org.zhengtong.service.supervision.Judgement;

/** Judges every few minutes. */
@Component
class JudgeJobs implements RecurringJob {

    private final Judgement judgement;

    JudgeJobs(Judgement judgement) {
        this.judgement = judgement;
    }

    @Override
    public String name() {
        return "supervision.judge";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.every(Duration.ofMinutes(5));
    }

    @Override
    public JobNote run() {
        var judged = judgement.judge();
        return JobNote.of("supervision.judge.done", judged.clocks(), judged.warnings(), judged.cards());
    }
}
