package org.zhengtong.data.sharing.internal.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.GrantNumber;

/** Ordered files in {@code sharing.batch}. */
@Component
class BatchStore {

    private final JdbcClient jdbc;

    BatchStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One order. */
    record Ordered(
            long id,
            GrantNumber grant,
            String purpose,
            long work,
            @Nullable String file,
            long records,
            String by,
            Instant at) {}

    long add(GrantNumber grant, String purpose, String by, Instant at) {
        return jdbc.sql("""
                insert into sharing.batch (grant_number, purpose, ordered_by, ordered_at)
                values (:grant, :purpose, :by, :at)
                returning id
                """)
                .param("grant", grant.value())
                .param("purpose", purpose)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    void setWork(long id, long work) {
        jdbc.sql("update sharing.batch set work = :work where id = :id")
                .param("id", id)
                .param("work", work)
                .update();
    }

    void setReady(long id, String file, long records, Instant at) {
        jdbc.sql("""
                update sharing.batch
                set file = :file, records = :records, ready_at = :at
                where id = :id
                """)
                .param("id", id)
                .param("file", file)
                .param("records", records)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Ordered> find(long id) {
        return jdbc.sql("""
                select id, grant_number, purpose, work, file, records, ordered_by, ordered_at
                from sharing.batch
                where id = :id
                """).param("id", id).query(BatchStore::toOrdered).optional();
    }

    List<Ordered> of(GrantNumber grant, int most) {
        return jdbc.sql("""
                select id, grant_number, purpose, work, file, records, ordered_by, ordered_at
                from sharing.batch
                where grant_number = :grant
                order by id desc
                limit :most
                """)
                .param("grant", grant.value())
                .param("most", most)
                .query(BatchStore::toOrdered)
                .list();
    }

    private static Ordered toOrdered(ResultSet row, int number) throws SQLException {
        return new Ordered(
                row.getLong("id"),
                new GrantNumber(row.getString("grant_number")),
                row.getString("purpose"),
                row.getLong("work"),
                row.getString("file"),
                row.getLong("records"),
                row.getString("ordered_by"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant());
    }
}
