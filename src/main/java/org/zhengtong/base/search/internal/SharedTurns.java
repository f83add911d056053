package org.zhengtong.base.search.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhengtong.base.search.SearchSource;

/**
 * One instance's part in the index that all share: it opens the one that answers, follows the database into it unless
 * another instance does, and makes a new one. Who does what stands in the database for a limited time.
 */
final class SharedTurns {
    private static final Logger LOG = LoggerFactory.getLogger(SharedTurns.class);
    private static final Duration CHECK = Duration.ofMinutes(1);

    private final UUID me = UUID.randomUUID();
    private final SearchSettings.OpenSearch server;
    private final Supplier<List<SearchSource>> sources;
    private final SnapshotStore snapshots;
    private final SharedIndexStore store;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable ServerIndex open;
    private volatile @Nullable IndexWriting following;
    private volatile boolean doubted;
    private long checkedAt;

    SharedTurns(
            SearchSettings.OpenSearch server,
            Supplier<List<SearchSource>> sources,
            SnapshotStore snapshots,
            SharedIndexStore store) {
        this.server = server;
        this.sources = sources;
        this.snapshots = snapshots;
        this.store = store;
    }

    /** What answers, as it was seen last. */
    Optional<ServerIndex> open() {
        return Optional.ofNullable(open);
    }

    boolean follows() {
        return following != null;
    }

    /** Opens the index that answers and follows the database into it, unless another instance does. */
    void take() {
        turn.lock();
        try {
            var number = store.require(server.prefix()).number();
            change(number);
            if (number != null && open != null) {
                follow(open);
            }
        } finally {
            turn.unlock();
        }
    }

    /** Opens the index that answers now, when it is another than before. */
    Optional<ServerIndex> look() {
        turn.lock();
        try {
            change(store.require(server.prefix()).number());
            return open();
        } finally {
            turn.unlock();
        }
    }

    private void change(@Nullable Integer number) {
        var before = open;
        if (before != null && number != null && before.number() == number) {
            return;
        }
        following = null;
        open = number == null ? null : ServerIndex.open(server, number);
        if (before != null) {
            before.close();
        }
    }

    private void follow(ServerIndex index) {
        if (!store.follow(server.prefix(), index.number(), me, server.lease())) {
            following = null;
            return;
        }
        var writing = following;
        if (writing == null || doubted || System.nanoTime() - checkedAt > CHECK.toNanos()) {
            writing = index.isLost() ? null : writing == null ? resumed(index).orElse(null) : writing;
            checkedAt = System.nanoTime();
            doubted = false;
        }
        following = writing;
        if (writing == null) {
            LOG.warn("The search index {} is lost or older than this program, and is made anew", index.name());
            store.forget(server.prefix(), index.number());
            return;
        }
        if (writing.follow() > 0) {
            index.refresh();
        }
        var reached = writing.reached();
        if (!reached.equals(store.require(server.prefix()).reached())) {
            store.tellReached(server.prefix(), index.number(), me, reached);
        }
    }

    private Optional<IndexWriting> resumed(ServerIndex index) {
        index.guardedBy(() -> {
            if (!store.follow(server.prefix(), index.number(), me, server.lease())) {
                throw new IllegalStateException("Another instance follows into " + index.name());
            }
        });
        return index.kept()
                .filter(positions -> IndexWriting.fits(positions, sources.get()))
                .map(positions -> IndexWriting.resume(index, positions, sources.get(), snapshots));
    }

    /** Makes a new index while the present one answers; false when another instance is making one. */
    boolean make(int edition, LongConsumer progress) {
        var documents = sources.get().stream().mapToLong(SearchSource::count).sum();
        var number = store.beginMaking(server.prefix(), me, documents, server.lease());
        if (number.isEmpty()) {
            return false;
        }
        try {
            make(number.get(), edition, progress);
        } finally {
            store.giveUpMaking(server.prefix(), number.get(), me);
        }
        return true;
    }

    private void make(int number, int edition, LongConsumer progress) {
        var index = ServerIndex.open(server, number);
        var published = false;
        try {
            var built = new AtomicLong();
            index.guardedBy(() -> {
                if (!store.goOnMaking(server.prefix(), number, me, built.get(), server.lease())) {
                    throw new IllegalStateException("Another instance makes an index after " + index.name());
                }
            });
            index.create();
            var writing = IndexWriting.build(index, edition, sources.get(), snapshots, more -> {
                built.addAndGet(more);
                progress.accept(more);
            });
            index.refresh();
            published = store.publish(server.prefix(), number, me, edition, writing.reached());
        } finally {
            end(index, published);
        }
    }

    private void end(ServerIndex index, boolean published) {
        try {
            if (published) {
                take();
                index.deleteOlder();
                index.close();
            } else {
                index.discard();
            }
        } catch (RuntimeException away) {
            LOG.warn("What is left of search indexes beside {} is deleted by the next making", index.name(), away);
        }
    }

    /** A question failed: whoever follows looks whether the index is still there. */
    void doubt() {
        doubted = true;
    }

    /** Lets others follow and make indexes at once. */
    void leave() {
        turn.lock();
        try {
            store.leave(server.prefix(), me);
            change(null);
        } finally {
            turn.unlock();
        }
    }
}
