package org.zhengtong.app.operating.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the database server says of itself; no room's tables. */
@Component
class HealthStore {

    private final JdbcClient jdbc;

    HealthStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Version, size of the database, connections in use and allowed, and the longest transaction. */
    record Server(String version, long size, int connections, int allowed, Duration longest, Instant now) {}

    Server ask() {
        return jdbc.sql("""
                select current_setting('server_version') as version,
                    pg_database_size(current_database()) as size,
                    (select count(*) from pg_stat_activity where backend_type = 'client backend') as connections,
                    current_setting('max_connections')::int as allowed,
                    coalesce((
                        select extract(epoch from max(clock_timestamp() - xact_start))
                        from pg_stat_activity
                        where datname = current_database() and backend_type = 'client backend'), 0)::bigint as longest,
                    clock_timestamp() as now
                """)
                .query((row, _) -> new Server(
                        row.getString("version"),
                        row.getLong("size"),
                        row.getInt("connections"),
                        row.getInt("allowed"),
                        Duration.ofSeconds(row.getLong("longest")),
                        row.getObject("now", OffsetDateTime.class).toInstant()))
                .single();
    }
}
