package org.zhengtong.base.search.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.zhengtong.base.search.SearchSource;

/**
 * This instance's index: opened at the first question, followed while questions come (nobody asks, nothing is read), made
 * anew beside the one that answers. Every instance has its own and needs no other.
 */
class OwnIndex implements LiveIndex, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(OwnIndex.class);
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Path root;
    private final ObjectProvider<SearchSource> sources;
    private final SnapshotStore snapshots;
    private final EditionStore editions;
    private final AtomicBoolean opening = new AtomicBoolean();
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock building = new ReentrantLock();
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong total = new AtomicLong();
    private volatile @Nullable IndexWriting current;
    private volatile long followedAt;
    private @Nullable IndexFolder folder;

    OwnIndex(Path data, ObjectProvider<SearchSource> sources, SnapshotStore snapshots, EditionStore editions) {
        this.root = data.toAbsolutePath().resolve("search");
        this.sources = sources;
        this.snapshots = snapshots;
        this.editions = editions;
    }

    @Override
    public List<SearchSource> sources() {
        return sources.orderedStream().toList();
    }

    @Override
    public long done() {
        return done.get();
    }

    @Override
    public long total() {
        return total.get();
    }

    @Override
    public <T> Optional<T> ask(Function<SearchMapping, T> question) {
        return await(PATIENCE).map(open -> open.ask(question));
    }

    @Override
    public <T> Optional<T> askAtOnce(Function<SearchMapping, T> question) {
        return ifOpen().map(open -> open.ask(question));
    }

    private Optional<IndexGeneration> ifOpen() {
        var open = current;
        if (open == null) {
            beginOpening();
            return Optional.empty();
        }
        if (isStale()) {
            Thread.ofVirtual().name("search-follow").start(() -> followWithin(Duration.ZERO));
        }
        return Optional.of(open.index());
    }

    private Optional<IndexGeneration> await(Duration patience) {
        var until = System.nanoTime() + patience.toNanos();
        while (current == null && System.nanoTime() < until) {
            beginOpening();
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        if (current != null) {
            followWithin(patience);
        }
        return Optional.ofNullable(current).map(IndexWriting::index);
    }

    private boolean isStale() {
        return System.nanoTime() - followedAt > FRESH.toNanos();
    }

    private void beginOpening() {
        if (opening.compareAndSet(false, true)) {
            Thread.ofPlatform().daemon().name("search-open").start(() -> {
                try {
                    open();
                } catch (RuntimeException failed) {
                    LOG.error("The search index cannot be opened; the next question tries again", failed);
                } finally {
                    opening.set(false);
                }
            });
        }
    }

    private void open() {
        building.lock();
        try {
            if (current != null) {
                return;
            }
            var place = place();
            current = place.finished().flatMap(this::resumed).orElseGet(() -> build(editions.wanted(), _ -> {}));
            followedAt = 0;
        } finally {
            building.unlock();
        }
    }

    private IndexFolder place() {
        var taken = folder;
        if (taken == null) {
            taken = IndexFolder.take(root);
            folder = taken;
        }
        return taken;
    }

    private Optional<IndexWriting> resumed(Path finished) {
        var positions = IndexPositions.read(finished).filter(read -> IndexWriting.fits(read, sources()));
        if (positions.isEmpty()) {
            FolderIndex.delete(finished);
            return Optional.empty();
        }
        try {
            var index = FolderIndex.open(finished);
            return Optional.of(IndexWriting.resume(index, positions.get(), sources(), snapshots));
        } catch (RuntimeException broken) {
            LOG.warn("The search index in {} cannot be read and is made anew", finished, broken);
            FolderIndex.delete(finished);
            return Optional.empty();
        }
    }

    private IndexWriting build(int edition, LongConsumer progress) {
        done.set(0);
        total.set(sources().stream().mapToLong(SearchSource::count).sum());
        var index = FolderIndex.open(place().next());
        try {
            return IndexWriting.build(index, edition, sources(), snapshots, more -> {
                done.addAndGet(more);
                progress.accept(more);
            });
        } catch (RuntimeException broken) {
            index.discard();
            throw broken;
        }
    }

    @Override
    public void rebuild(int edition, LongConsumer progress) {
        building.lock();
        try {
            var before = current;
            if (before != null && before.edition() >= edition) {
                return;
            }
            var fresh = build(edition, progress);
            writing.lock();
            try {
                current = fresh;
            } finally {
                writing.unlock();
            }
            if (before != null) {
                before.index().discard();
            }
        } finally {
            building.unlock();
        }
    }

    /** Follows the feeds unless another thread does so for longer than this one waits. */
    void followWithin(Duration patience) {
        try {
            if (!writing.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                return;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            var open = current;
            if (open != null) {
                open.follow();
                followedAt = System.nanoTime();
                renewIfWanted(open);
            }
        } finally {
            writing.unlock();
        }
    }

    private void renewIfWanted(IndexWriting open) {
        var wanted = editions.wanted();
        if (open.edition() < wanted && !building.isLocked()) {
            Thread.ofPlatform().daemon().name("search-rebuild").start(() -> rebuild(wanted, _ -> {}));
        }
    }

    @Override
    public void destroy() throws IOException {
        writing.lock();
        try {
            var open = current;
            current = null;
            if (open != null) {
                open.index().close();
            }
            if (folder != null) {
                folder.close();
            }
        } finally {
            writing.unlock();
        }
    }
}
