package org.zhengtong.base.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.zhengtong.base.search.ChangeFeed;
import org.zhengtong.base.search.SearchDocument;
import org.zhengtong.base.search.SearchSource;
import org.zhengtong.base.search.internal.SnapshotStore.Snapshot;

/** Fills one index from all sources and keeps it following their feeds. One thread at a time. */
final class IndexWriting {
    private static final int BATCH = 500;
    private static final int TRIES = 50;
    private static final long PAUSE_MILLIS = 200;

    private final IndexGeneration index;
    private final int edition;
    private final Supplier<Snapshot> snapshots;
    private final Map<SearchSource, List<FeedFollower>> followers = new LinkedHashMap<>();
    private Map<String, Long> kept = Map.of();

    private IndexWriting(IndexGeneration index, int edition, Supplier<Snapshot> snapshots) {
        this.index = index;
        this.edition = edition;
        this.snapshots = snapshots;
    }

    /** Goes on with an index that was finished before, from where it stood. */
    static IndexWriting resume(
            IndexGeneration index, IndexPositions positions, List<SearchSource> sources, Supplier<Snapshot> snapshots) {
        var writing = new IndexWriting(index, positions.edition(), snapshots);
        sources.forEach(source -> writing.followers.put(
                source,
                source.feeds().stream()
                        .map(feed -> new FeedFollower(feed, positions.settled().getOrDefault(name(source, feed), 0L)))
                        .toList()));
        writing.kept = positions.settled();
        return writing;
    }

    /** Fills an empty index; tells how many documents are in. */
    static IndexWriting build(
            IndexGeneration index,
            int edition,
            List<SearchSource> sources,
            Supplier<Snapshot> snapshots,
            LongConsumer progress) {
        var writing = new IndexWriting(index, edition, snapshots);
        sources.forEach(source -> writing.followers.put(
                source,
                source.feeds().stream()
                        .map(feed -> new FeedFollower(feed, feed.latest()))
                        .toList()));
        writing.awaitOpenTransactions();
        sources.forEach(source -> writing.fill(source, progress));
        writing.keepPositions();
        writing.follow();
        return writing;
    }

    int edition() {
        return edition;
    }

    IndexGeneration index() {
        return index;
    }

    /** Whether an index knows just these feeds, and none further than it goes: a database from a backup may be older. */
    static boolean fits(IndexPositions positions, List<SearchSource> sources) {
        var reached = sources.stream()
                .allMatch(source -> source.feeds().stream()
                        .allMatch(feed -> positions.settled().getOrDefault(name(source, feed), 0L) <= feed.latest()));
        return reached
                && sources.stream()
                        .flatMap(source -> source.feeds().stream().map(feed -> name(source, feed)))
                        .collect(Collectors.toSet())
                        .equals(positions.settled().keySet());
    }

    /** How far each feed was read. */
    Map<String, Long> reached() {
        return positions(FeedFollower::reached);
    }

    /** How far each feed goes. */
    static Map<String, Long> latest(List<SearchSource> sources) {
        var latest = new LinkedHashMap<String, Long>();
        sources.forEach(source -> source.feeds().forEach(feed -> latest.put(name(source, feed), feed.latest())));
        return latest;
    }

    private static String name(SearchSource source, ChangeFeed feed) {
        return source.kind() + "." + feed.name();
    }

    /**
     * Who took a position below the latest has begun by now; once those have ended, reading the tables finds what they
     * wrote. Somebody who keeps a transaction open for long does not stop the making of an index.
     */
    private void awaitOpenTransactions() {
        var begun = snapshots.get().next();
        for (var turn = 0; turn < TRIES && snapshots.get().oldestOpen() < begun; turn++) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void fill(SearchSource source, LongConsumer progress) {
        var keys = source.keysAfter("", BATCH);
        while (!keys.isEmpty()) {
            index.write(source.kind(), source.read(keys), List.of());
            progress.accept(keys.size());
            keys = source.keysAfter(keys.getLast(), BATCH);
        }
    }

    /** Brings the index up to what the feeds tell; returns how many documents were looked at. */
    int follow() {
        var finished = false;
        try {
            var changed = followed(snapshots.get());
            finished = true;
            return changed;
        } finally {
            if (!finished) {
                followers.values().forEach(all -> all.forEach(FeedFollower::beginAgain));
            }
        }
    }

    private int followed(Snapshot now) {
        var changed = 0;
        for (var entry : followers.entrySet()) {
            var keys = new LinkedHashSet<String>();
            entry.getValue().forEach(follower -> follower.next(now).forEach(change -> keys.add(change.key())));
            apply(entry.getKey(), keys);
            changed += keys.size();
        }
        keepPositions();
        return changed;
    }

    private void apply(SearchSource source, Set<String> changed) {
        var keys = new ArrayList<>(changed);
        for (var from = 0; from < keys.size(); from += BATCH) {
            var batch = keys.subList(from, Math.min(keys.size(), from + BATCH));
            var present = source.read(batch);
            var gone = new LinkedHashSet<>(batch);
            present.stream().map(SearchDocument::key).forEach(gone::remove);
            index.write(source.kind(), present, gone);
        }
    }

    private void keepPositions() {
        var positions = positions(FeedFollower::settled);
        if (!positions.equals(kept)) {
            index.keep(new IndexPositions(edition, positions));
            kept = positions;
        }
    }

    private Map<String, Long> positions(ToLongFunction<FeedFollower> of) {
        var positions = new LinkedHashMap<String, Long>();
        followers.forEach((source, all) -> all.forEach(
                follower -> positions.put(source.kind() + "." + follower.name(), of.applyAsLong(follower))));
        return positions;
    }
}
