package org.zhengtong.base.database.internal;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One replica, and up to which moment it is known to hold everything. */
final class ReplicaStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReplicaStore.class);

    private final HikariDataSource connections;
    private final JdbcClient jdbc;
    private volatile @Nullable Long holds;

    ReplicaStore(String url, DatabaseSettings.Outside settings) {
        connections = new HikariDataSource();
        connections.setPoolName("zhengtong-replica");
        connections.setJdbcUrl(url);
        connections.setUsername(settings.username());
        connections.setPassword(settings.password());
        connections.setMaximumPoolSize(settings.connections());
        connections.setMinimumIdle(0);
        connections.setReadOnly(true);
        connections.setConnectionTimeout(1_000);
        connections.setInitializationFailTimeout(-1);
        connections.addDataSourceProperty("ApplicationName", "zhengtong");
        jdbc = JdbcClient.create(connections);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    /** How far the primary's log of changes is written: all that was committed before this is asked lies before it. */
    static long written(JdbcClient primary) {
        return primary.sql("select (pg_current_wal_flush_lsn() - '0/0')::bigint")
                .query(Long.class)
                .single();
    }

    /** Asks how far it is. */
    void measure(WrittenSoFar written) {
        try {
            var moment = written.momentOf(applied());
            if (moment != null) {
                if (holds == null) {
                    LOG.info("Queries may be answered by {}", connections.getJdbcUrl());
                }
                holds = moment;
            }
        } catch (DataAccessException away) {
            lost(away);
        }
    }

    /** All before this can be read; -1 when it is no replica. */
    private long applied() {
        return jdbc.sql("""
            select case when pg_is_in_recovery() then (pg_last_wal_replay_lsn() - '0/0')::bigint else -1 end
            """).query(Long.class).single();
    }

    void lost(DataAccessException why) {
        if (holds != null) {
            LOG.warn("{} does not answer; queries go elsewhere: {}", connections.getJdbcUrl(), why.getMessage());
            holds = null;
        }
    }

    /** Whether it held everything at this moment, in nanoseconds. */
    boolean holds(long moment) {
        var known = holds;
        return known != null && known - moment >= 0;
    }

    @Override
    public void close() {
        connections.close();
    }
}
