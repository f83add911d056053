package org.zhengtong.base.jobs.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkState;

/**
 * Runs a piece of long work to its end, its cancellation or its failure. What may pass (database away, file system busy) is
 * tried again with growing pauses; everything else fails at once and waits for a person.
 */
@Component
class LongWorkRunner {

    /** How long after each failed attempt the next one follows; after the last the work is given up. */
    static final List<Duration> PAUSES =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1));

    /** Work that was begun so often without an end brings the program down each time. */
    static final int MOST_STARTS = 10;

    private final ObjectProvider<LongWork> kinds;
    private final WorkStore works;
    private final FailureStore failures;
    private final Clock clock;

    LongWorkRunner(ObjectProvider<LongWork> kinds, WorkStore works, FailureStore failures, Clock clock) {
        this.kinds = kinds;
        this.works = works;
        this.failures = failures;
        this.clock = clock;
    }

    /** Lets only those failures out that are no matter of this work; what to do then says {@link #interrupted}. */
    Optional<Instant> run(WorkId id) {
        var status = works.find(id).orElseThrow();
        if (status.state().ended()) {
            return Optional.empty();
        }
        if (works.markRunning(id, clock.instant()) > MOST_STARTS) {
            end(id, WorkState.FAILED, JobNote.of("jobs.failure.never_ended", MOST_STARTS));
            return Optional.empty();
        }
        var progress = new StoredProgress(id, status.done(), works);
        try {
            var note = require(status.kind()).run(works.requireInput(id), progress);
            end(id, progress.canceled() ? WorkState.CANCELED : WorkState.DONE, note);
            return Optional.empty();
        } catch (RuntimeException failure) {
            return interrupted(id, failure);
        }
    }

    /** Keeps the failure; says when to try again, or ends the work. */
    Optional<Instant> interrupted(WorkId id, Throwable cause) {
        var status = works.find(id).orElseThrow();
        var failure = FailureWords.of(status.kind(), cause, clock.instant());
        failures.insert(id, failure);
        if (!FailureWords.passing(cause) || status.attempts() > PAUSES.size() || status.cancelAsked()) {
            end(id, WorkState.FAILED, JobNote.of("jobs.failed", failure.reference()));
            return Optional.empty();
        }
        var again = clock.instant().plus(PAUSES.get(Math.max(1, status.attempts()) - 1));
        works.markWaitingAgain(id, JobNote.of("jobs.again", failure.reference()));
        return Optional.of(again);
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
