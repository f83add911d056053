package org.zhengtong.base.database.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.database.QueryStore;

/**
 * Read replicas. How fresh one is, is measured by this node's own time alone: it holds what was committed at a moment when it has
 * applied the log that was written by then.
 */
@Component
public class ReplicatedStore implements QueryStore, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicatedStore.class);
    private static final Duration MEASURED = Duration.ofSeconds(1);

    private final JdbcClient primary;
    private final List<ReplicaStore> all;
    private final Duration lag;
    private final LongSupplier nanos;
    private final boolean watching;
    private final WrittenSoFar written = new WrittenSoFar();
    private final AtomicInteger turn = new AtomicInteger();
    private @Nullable ScheduledExecutorService watch;

    @Autowired
    ReplicatedStore(DatabaseSettings settings, JdbcClient primary) {
        this(settings.database(), primary, System::nanoTime, true);
    }

    ReplicatedStore(DatabaseSettings.Outside settings, JdbcClient primary, LongSupplier nanos, boolean watching) {
        this.watching = watching;
        this.primary = primary;
        this.all = settings.replicaUrls().stream()
                .map(url -> new ReplicaStore(url, settings))
                .toList();
        this.lag = settings.replicaLag();
        this.nanos = nanos;
    }

    /** How old an answer may be; null without replicas. */
    public @Nullable Duration oldest() {
        return all.isEmpty() ? null : lag;
    }

    @Override
    public <T> T read(Function<JdbcClient, T> query) {
        var replica =
                all.isEmpty() || !MayBeOld.bound() || TransactionSynchronizationManager.isActualTransactionActive()
                        ? null
                        : fresh();
        if (replica == null) {
            return query.apply(primary);
        }
        try {
            return query.apply(replica.jdbc());
        } catch (DataAccessException failed) {
            if (failed instanceof DataAccessResourceFailureException
                    || failed instanceof NonTransientDataAccessResourceException) {
                replica.lost(failed);
            }
            return query.apply(primary);
        }
    }

    private @Nullable ReplicaStore fresh() {
        watch();
        var oldest = nanos.getAsLong() - lag.toNanos();
        var first = turn.getAndIncrement();
        for (var at = 0; at < all.size(); at++) {
            var replica = all.get(Math.floorMod(first + at, all.size()));
            if (replica.holds(oldest)) {
                return replica;
            }
        }
        return null;
    }

    /** The first query begins to watch. */
    private synchronized void watch() {
        if (watching && watch == null) {
            watch = Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("replica-watch").factory());
            var _ = watch.scheduleWithFixedDelay(this::measure, 0, MEASURED.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    synchronized void measure() {
        try {
            var moment = nanos.getAsLong();
            written.add(moment, ReplicaStore.written(primary));
            all.forEach(replica -> replica.measure(written));
        } catch (RuntimeException away) {
            LOG.debug("Not measured", away);
        }
    }

    @Override
    public synchronized void destroy() {
        if (watch != null) {
            watch.shutdownNow();
        }
        all.forEach(ReplicaStore::close);
    }
}
