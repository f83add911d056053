package org.zhengtong.data.registers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads records. A permit says what is given; who reads and why is written down by whoever made the permit. */
public interface RegisterReading {

    /** The present record. One prepared statement. */
    Optional<RegisterRecord> byKey(RegisterCode register, RecordKey key, ReadPermit permit);

    /** The present records of those keys that have one, with one statement. */
    Map<RecordKey, RegisterRecord> byKeys(RegisterCode register, Set<RecordKey> keys, ReadPermit permit);

    /** The record that was valid on a day, as far as it was known at a moment. */
    Optional<RegisterRecord> asOf(RegisterCode register, RecordKey key, Moment moment, ReadPermit permit);

    /** All versions of a record, newest knowledge first. */
    List<RecordVersion> history(RegisterCode register, RecordKey key, ReadPermit permit);

    /** One page of a search. */
    RecordPage search(RecordQuery query, ReadPermit permit);

    /** All records of a search one by one, for an export; the page size of the query does not count. */
    void each(RecordQuery query, ReadPermit permit, Consumer<RegisterRecord> each);

    /** How many records a search finds, counted up to {@code most}. */
    long count(RecordQuery query, ReadPermit permit, long most);

    /** Records that changed after a position, in order, each with its present content. */
    List<RegisterRecord> changesAfter(RegisterCode register, long position, int most, ReadPermit permit);

    /** A day of validity and a moment of knowledge. */
    record Moment(LocalDate validOn, Instant knownAt) {}

    /**
     * A version of a record.
     *
     * @param supersededAt when it was found to be wrong; null for what still counts
     */
    record RecordVersion(RegisterRecord record, @Nullable Instant supersededAt, boolean present) {}

    /** A page of records; {@code next} continues it, null at the end. */
    record RecordPage(
            List<RegisterRecord> records, @Nullable String next) {
        public RecordPage {
            records = List.copyOf(records);
        }
    }
}
