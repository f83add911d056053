package org.zhengtong.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** Writes single records, by the staff of the items' authoritative sources. */
public interface RegisterWriting {

    /** Writes a record; items that another department is the source of become a correction request instead. */
    WriteOutcome write(RecordEdit edit, CurrentUser by);

    /** Ends a record on a day: from then on it is no longer valid. */
    WriteOutcome end(RegisterCode register, RecordKey key, LocalDate on, String reason, CurrentUser by);

    /**
     * A record as somebody wants it.
     *
     * @param values items to change with their written form; null takes a value away
     * @param validFrom day from which this is true; an earlier day than the present version corrects the past
     * @param seenPosition position of the record when the form was opened; 0 for a new record
     */
    record RecordEdit(
            RegisterCode register,
            RecordKey key,
            Map<ItemName, @Nullable String> values,
            LocalDate validFrom,
            long seenPosition,
            String reason) {}

    /** What became of it. */
    sealed interface WriteOutcome {
        /** Stored, at this position; {@code asked} are correction requests to other sources. */
        record Written(long position, List<Long> asked) implements WriteOutcome {}

        /** Nothing differs from what is stored. */
        record Unchanged() implements WriteOutcome {}

        /** Somebody else wrote since the form was opened. */
        record Overtaken(String by, Instant at) implements WriteOutcome {}

        /** Not as the definition wants it; the words are those of set-aside rows. */
        record Refused(List<RegisterLoading.RowFault> faults) implements WriteOutcome {}
    }
}
