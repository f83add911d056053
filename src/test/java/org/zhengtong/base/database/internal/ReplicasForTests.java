package org.zhengtong.base.database.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.database.QueryStore;
import org.zhengtong.testing.RoomDatabase;

/** Replicas whose time a test sets, and which measure when the test says so. */
public final class ReplicasForTests implements AutoCloseable {

    private final AtomicLong nanos = new AtomicLong();
    private final ReplicatedStore replicas;

    public ReplicasForTests(JdbcClient primary, String url, Duration lag) {
        var settings = new DatabaseSettings.Outside(
                "", RoomDatabase.username(), RoomDatabase.password(), 4, true, List.of(url), lag);
        replicas = new ReplicatedStore(settings, primary, nanos::get, false);
    }

    public QueryStore database() {
        return replicas;
    }

    public ReplicatedStore store() {
        return replicas;
    }

    /** Time passes, and the replica is asked how far it is. */
    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        replicas.measure();
    }

    /** Whether a replica answers a request that reads. */
    public boolean answeredByReplica() {
        try (var _ = MayBeOld.bind()) {
            return replicas.read(jdbc ->
                    jdbc.sql("select pg_is_in_recovery()").query(Boolean.class).single());
        }
    }

    @Override
    public void close() {
        replicas.destroy();
    }
}
