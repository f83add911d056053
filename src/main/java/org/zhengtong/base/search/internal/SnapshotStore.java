package org.zhengtong.base.search.internal;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which transactions of the database are still open. */
@Component
class SnapshotStore implements java.util.function.Supplier<SnapshotStore.Snapshot> {
    private final JdbcClient jdbc;

    SnapshotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All transactions below {@code oldestOpen} have ended; none at or above {@code next} had begun to write. */
    record Snapshot(long oldestOpen, long next) {}

    @Override
    public Snapshot get() {
        return jdbc.sql("""
                select cast(cast(pg_snapshot_xmin(s) as text) as bigint) as oldest_open,
                    cast(cast(pg_snapshot_xmax(s) as text) as bigint) as next
                from pg_current_snapshot() s
                """).query(Snapshot.class).single();
    }
}
