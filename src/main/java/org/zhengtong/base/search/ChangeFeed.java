package org.zhengtong.base.search;

import java.util.List;

/**
 * News of changed documents in the order in which it was written, kept by the database in the transaction of the change
 * itself. Positions grow; a transaction that is still open may later show a position below the latest.
 */
public interface ChangeFeed {
    /** Stable name, one of its kind: positions are kept under it. */
    String name();

    /** The highest position that was given out. */
    long latest();

    /** Changes after a position, from at most so many positions, none of them cut in two. */
    Page after(long position, int most);

    /** The changes up to a position; {@code upTo} is the position asked for when there was nothing. */
    record Page(long upTo, List<Change> changes) {
        public Page {
            changes = List.copyOf(changes);
        }
    }

    /** A document changed, appeared or went away. */
    record Change(long position, String key) {}
}
