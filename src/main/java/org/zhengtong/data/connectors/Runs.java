package org.zhengtong.data.connectors;

import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** Runs of contracts: each is long work that people see. */
public interface Runs {

    /** Begins a run, or goes on with the one that has not ended; outside the time for loading it waits for it. */
    Started start(long contract, Actor by);

    /** Reads one chunk of a run again, because it was mended at the source. */
    Started again(long run, int chunk, Actor by);

    /** Gives up a run; what it has loaded stays. */
    void stop(long run, Actor by);

    Optional<Run> find(long run);

    /** What became of a start. */
    sealed interface Started {
        /** It begins at once. */
        record Begun(long run) implements Started {}

        /** The time for loading is not now; it begins at that moment. */
        record Later(java.time.Instant at) implements Started {}

        /** Nothing was started. */
        record Refused(SourceFault fault) implements Started {}

        /** A run is on its way. */
        record Running(long run) implements Started {}
    }
}
