package org.zhengtong.data.connectors;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.data.registers.LoadReport.Counts;

/**
 * One reading of a source by a contract (运行).
 *
 * @param slice what of the source it reads, fixed at its beginning; null before
 * @param again which chunk of which run it reads again; null for a run of its own
 * @param load the register's load; null before the first row
 * @param notes what is to be said of it: why it failed, what changed at the source
 */
public record Run(
        long id,
        long contract,
        int mappingVersion,
        State state,
        @Nullable String slice,
        @Nullable Again again,
        @Nullable WorkId work,
        @Nullable Long load,
        Counts counts,
        List<JobNote> notes,
        LocalDate validFrom,
        String by,
        Instant startedAt,
        @Nullable Instant endedAt) {

    public Run {
        notes = List.copyOf(notes);
    }

    /** How far it is. */
    public enum State {
        WAITING,
        RUNNING,
        /** Something may pass; it goes on by itself. */
        INTERRUPTED,
        /** The time for loading is over; it goes on with the next. */
        PAUSED,
        DONE,
        /** Somebody gave it up. */
        STOPPED,
        /** Somebody has to mend something; then it goes on. */
        FAILED;

        public boolean canGoOn() {
            return this == INTERRUPTED || this == PAUSED || this == FAILED;
        }

        public boolean ended() {
            return this == DONE || this == STOPPED;
        }
    }

    /** A chunk that is read again. */
    public record Again(long run, int chunk) {}

    /** Names its load. */
    public String reference() {
        return "connectors run " + id;
    }

    /** How long it took, or is taking. */
    public Duration took(Instant now) {
        return Duration.between(startedAt, endedAt == null ? now : endedAt);
    }
}
