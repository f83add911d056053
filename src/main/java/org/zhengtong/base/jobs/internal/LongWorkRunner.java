package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkState;

/** Runs a piece of long work to its end, its cancellation or its failure. */
@Component
class LongWorkRunner {

    private final ObjectProvider<LongWork> kinds;
    private final WorkStore works;
    private final Clock clock;

    LongWorkRunner(ObjectProvider<LongWork> kinds, WorkStore works, Clock clock) {
        this.kinds = kinds;
        this.works = works;
        this.clock = clock;
    }

    void run(WorkId id) {
        var status = works.find(id).orElseThrow();
        if (status.state().ended()) {
            return;
        }
        works.markRunning(id, clock.instant());
        var progress = new StoredProgress(id, status.done(), works);
        try {
            var note = require(status.kind()).run(works.requireInput(id), progress);
            end(id, progress.canceled() ? WorkState.CANCELED : WorkState.DONE, note);
        } catch (RuntimeException failure) {
            end(id, WorkState.FAILED, RecurringRunner.failure(status.kind(), failure));
        }
    }

    private LongWork require(String kind) {
        return kinds.stream()
                .filter(work -> work.kind().equals(kind))
                .findAny()
                .orElseThrow(() -> new IllegalStateException("No room does this kind of work: " + kind));
    }

    private void end(WorkId id, WorkState state, JobNote note) {
        works.markEnded(id, state, note, clock.instant());
    }
}
