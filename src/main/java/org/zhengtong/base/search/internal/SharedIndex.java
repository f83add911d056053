package org.zhengtong.base.search.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;
import org.hibernate.search.util.common.SearchException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.ObjectProvider;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.search.SearchProblem;
import org.zhengtong.base.search.SearchSource;

/**
 * The index on a server, which all instances share. One of them follows the database into it; the others wait a moment for
 * that one where a change was written that it has not read yet, so that whoever changed something finds it.
 */
final class SharedIndex implements LiveIndex, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SharedIndex.class);
    private static final Duration OPENING = Duration.ofSeconds(6);
    private static final Duration FRESHNESS = Duration.ofSeconds(2);
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration REST = Duration.ofSeconds(2);

    private final String prefix;
    private final ObjectProvider<SearchSource> sources;
    private final SharedIndexStore store;
    private final SharedTurns turns;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean stopping;
    private volatile boolean failing;
    private volatile @Nullable Long failedAt;
    private volatile @Nullable Thread follower;

    SharedIndex(
            SearchSettings.OpenSearch server,
            ObjectProvider<SearchSource> sources,
            SnapshotStore snapshots,
            SharedIndexStore store) {
        this.prefix = server.prefix();
        this.sources = sources;
        this.store = store;
        this.turns = new SharedTurns(server, this::sources, snapshots, store);
    }

    @Override
    public List<SearchSource> sources() {
        return sources.orderedStream().toList();
    }

    @Override
    public long done() {
        return store.require(prefix).built();
    }

    @Override
    public long total() {
        return store.require(prefix).toBuild();
    }

    private void begin() {
        if (begun.compareAndSet(false, true)) {
            store.know(prefix);
            follower = Thread.ofPlatform().daemon().name("search-follow").start(this::takeTurns);
        }
    }

    private void takeTurns() {
        while (!stopping) {
            pause(turnTaken() ? TURN : REST);
        }
    }

    private boolean turnTaken() {
        return succeeds(() -> {
            turns.take();
            if (turns.open().isEmpty()) {
                turns.make(Math.max(1, store.require(prefix).edition()), _ -> {});
            }
        });
    }

    private boolean succeeds(Runnable work) {
        try {
            work.run();
            failing = false;
            return true;
        } catch (RuntimeException failed) {
            if (!stopping && !failing) {
                failing = true;
                LOG.warn("The shared search index cannot be followed; it is tried again and again", failed);
            }
            if (turns.open().isEmpty()) {
                failedAt = System.nanoTime();
            }
            return false;
        }
    }

    private static boolean goesOn(long until) {
        return System.nanoTime() < until && !Thread.currentThread().isInterrupted();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public <T> Optional<T> ask(Function<SearchMapping, T> question) {
        begin();
        for (var until = System.nanoTime() + OPENING.toNanos();
                turns.open().isEmpty() && goesOn(until) && !isResting(); ) {
            pause(Duration.ofMillis(20));
        }
        if (isResting()) {
            throw new ProblemException(SearchProblem.INDEX_BROKEN);
        }
        if (turns.open().isEmpty()) {
            return Optional.empty();
        }
        awaitChanges();
        return answer(question);
    }

    /** After a failure the server is left alone for a while, and nobody waits for it in vain. */
    private boolean isResting() {
        var at = failedAt;
        return at != null && System.nanoTime() - at < REST.toNanos() * 2;
    }

    private void awaitChanges() {
        var written = IndexWriting.latest(sources());
        var until = System.nanoTime() + FRESHNESS.toNanos();
        if (turns.follows()) {
            succeeds(turns::take);
        }
        while (!isReached(written) && goesOn(until)) {
            pause(Duration.ofMillis(30));
        }
    }

    private boolean isReached(Map<String, Long> written) {
        var reached = store.require(prefix).reached();
        return written.entrySet().stream().allMatch(feed -> reached.getOrDefault(feed.getKey(), 0L) >= feed.getValue());
    }

    private <T> Optional<T> answer(Function<SearchMapping, T> question) {
        var index = turns.open();
        try {
            var answer = index.map(open -> open.ask(question));
            return answer.isPresent() ? answer : turns.look().map(open -> open.ask(question));
        } catch (SearchException failed) {
            return turns.look()
                    .filter(now -> !index.get().equals(now))
                    .map(now -> now.ask(question))
                    .or(() -> {
                        throw broken(failed);
                    });
        }
    }

    private ProblemException broken(SearchException failed) {
        LOG.warn("The search server does not answer", failed);
        failedAt = System.nanoTime();
        turns.doubt();
        return new ProblemException(SearchProblem.INDEX_BROKEN);
    }

    @Override
    public <T> Optional<T> askAtOnce(Function<SearchMapping, T> question) {
        begin();
        try {
            return isResting() ? Optional.empty() : turns.open().map(open -> open.ask(question));
        } catch (SearchException failed) {
            broken(failed);
            return Optional.empty();
        }
    }

    @Override
    public void rebuild(int edition, LongConsumer progress) {
        begin();
        while (store.require(prefix).edition() < edition && !turns.make(edition, progress)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("Interrupted while another instance makes an index");
            }
            pause(TURN);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        stopping = true;
        var thread = follower;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
            turns.leave();
        }
    }
}
