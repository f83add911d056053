package org.zhengtong.base.search.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.ChangeFeed.Change;
import org.zhengtong.base.search.internal.SnapshotStore.Snapshot;

/**
 * Follows one feed without missing a transaction that took its position early and committed late. A position counts as
 * settled only when every transaction that could still show a lower one has ended; until then the stretch above the
 * settled position is read once more.
 */
final class FeedFollower {
    private static final int PAGE = 1_000;

    private final ChangeFeed feed;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private final Set<Change> seen = new HashSet<>();
    private long settled;
    private long last;

    /** So far was read; transactions that were open at a later moment are all below {@code next}. */
    private record Mark(long position, long next) {}

    private static final long UNKNOWN = -1;

    FeedFollower(ChangeFeed feed, long settled) {
        this.feed = feed;
        this.settled = settled;
        this.last = settled;
    }

    String name() {
        return feed.name();
    }

    /** All positions up to here have been handed out for good; where to begin after a crash. */
    long settled() {
        return settled;
    }

    /** Changes up to here have been handed out, but for those of transactions that were still open. */
    long reached() {
        return last;
    }

    /** What was handed out since the settled position came to nothing: it is handed out again. */
    void beginAgain() {
        marks.clear();
        seen.clear();
        last = settled;
    }

    /** Changes that were not handed out before. */
    List<Change> next(Snapshot now) {
        var fresh = new ArrayList<Change>();
        settle(now, fresh);
        var before = last;
        last = collect(last, Long.MAX_VALUE, fresh);
        if (last > before) {
            marks.add(new Mark(last, UNKNOWN));
        }
        return fresh;
    }

    private void settle(Snapshot now, List<Change> fresh) {
        Mark ripe = null;
        while (!marks.isEmpty()
                && marks.peek().next() != UNKNOWN
                && marks.peek().next() <= now.oldestOpen()) {
            ripe = marks.poll();
        }
        // a mark learns the highest transaction only now, a while after it was made: who took a position has begun by
        // then
        var waiting = List.copyOf(marks);
        marks.clear();
        waiting.forEach(mark -> marks.add(mark.next() == UNKNOWN ? new Mark(mark.position(), now.next()) : mark));
        if (ripe != null) {
            collect(settled, ripe.position(), fresh);
            settled = ripe.position();
            var floor = settled;
            seen.removeIf(change -> change.position() <= floor);
        }
    }

    /** Reads from a position up to another; returns how far it came. */
    private long collect(long from, long upTo, List<Change> fresh) {
        var at = from;
        while (at < upTo) {
            var page = feed.after(at, PAGE);
            if (page.upTo() <= at) {
                break;
            }
            page.changes().stream()
                    .filter(change -> change.position() <= upTo)
                    .filter(seen::add)
                    .forEach(fresh::add);
            at = page.upTo();
        }
        return at;
    }
}
