package org.zhengtong.base.trust.internal.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The latest revocation list of each authority. */
@Component
public class RevocationListStore {

    private final JdbcClient jdbc;

    public RevocationListStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A list as stored; without content while none was published. */
    record StoredList(long number, boolean stale, Instant publishedAt, byte @Nullable [] encoded) {}

    Optional<StoredList> find(String authority) {
        return jdbc.sql("""
                        select number, stale, published_at, encoded
                        from trust.revocation_list
                        where authority = :authority
                        """)
                .param("authority", authority)
                .query(RevocationListStore::toList)
                .optional();
    }

    /** The list, or a place for it, held until the end of the transaction. */
    StoredList lock(String authority) {
        jdbc.sql("""
                        insert into trust.revocation_list (authority, number, stale)
                        values (:authority, 0, true)
                        on conflict do nothing
                        """).param("authority", authority).update();
        return jdbc.sql("""
                        select number, stale, published_at, encoded
                        from trust.revocation_list
                        where authority = :authority
                        for update
                        """)
                .param("authority", authority)
                .query(RevocationListStore::toList)
                .single();
    }

    void publish(String authority, StoredList fresh) {
        jdbc.sql("""
                        update trust.revocation_list
                        set number = :number,
                            stale = false,
                            published_at = :publishedAt,
                            encoded = :encoded
                        where authority = :authority
                        """)
                .param("authority", authority)
                .param("number", fresh.number())
                .param("publishedAt", fresh.publishedAt().atOffset(ZoneOffset.UTC))
                .param("encoded", fresh.encoded())
                .update();
    }

    /** From now on the list does not tell the whole truth any more. */
    void markStale(String authority) {
        jdbc.sql("""
                        update trust.revocation_list
                        set stale = true
                        where authority = :authority
                        """).param("authority", authority).update();
    }

    private static StoredList toList(ResultSet row, int number) throws SQLException {
        var published = row.getObject("published_at", OffsetDateTime.class);
        return new StoredList(
                row.getLong("number"),
                row.getBoolean("stale"),
                published == null ? Instant.EPOCH : published.toInstant(),
                row.getBytes("encoded"));
    }
}
