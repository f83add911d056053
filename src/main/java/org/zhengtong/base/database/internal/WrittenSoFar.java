package org.zhengtong.base.database.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** How far the log of changes was written at which moment of the last while. */
final class WrittenSoFar {

    private static final int MOST = 600;

    private final Deque<Seen> seen = new ArrayDeque<>();

    private record Seen(long moment, long written) {}

    void add(long moment, long written) {
        seen.addFirst(new Seen(moment, written));
        if (seen.size() > MOST) {
            seen.removeLast();
        }
    }

    /** The latest moment before which all that was committed lies before this place; null when it is further behind than is known. */
    @Nullable
    Long momentOf(long applied) {
        for (var each : seen) {
            if (each.written() <= applied) {
                return each.moment();
            }
        }
        return null;
    }
}
