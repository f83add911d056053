package org.zhengtong.data.exchange.internal.look;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.ExchangeHealth;

/** Counts over the ledgers of the exchange. */
@Component
class StandingStore implements ExchangeHealth {

    private final JdbcClient jdbc;

    StandingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Standing standing() {
        return jdbc.sql("""
                with waiting as (
                    select created_at from exchange.envelope where state in ('WAITING', 'SENT')
                    union all
                    select arrived_at from exchange.arrival where state in ('WAITING', 'ARRIVING')
                )
                select (select count(*) from exchange.node where standing = 'ACCEPTED') as neighbours,
                    (select count(*) from waiting) as waiting, (select min(created_at) from waiting) as oldest_at,
                    (select count(*) from exchange.channel_in where silence_told_at is not null) as silent,
                    (select count(*) from exchange.quarantine where state = 'WAITING') as quarantined,
                    (select min(snapshot_at) from exchange.node where standing = 'ACCEPTED') as trust_at
                """).query((row, number) -> read(row)).single();
    }

    private static Standing read(ResultSet row) throws SQLException {
        return new Standing(
                row.getLong("neighbours"),
                row.getLong("waiting"),
                instant(row, "oldest_at"),
                row.getLong("silent"),
                row.getLong("quarantined"),
                instant(row, "trust_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
