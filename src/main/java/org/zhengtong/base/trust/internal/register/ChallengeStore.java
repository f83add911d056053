package org.zhengtong.base.trust.internal.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Challenges, each good for one answer. */
@Component
public class ChallengeStore {

    private final JdbcClient jdbc;

    public ChallengeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A challenge as stored. */
    record StoredChallenge(UUID id, String purpose, byte[] nonce, Instant expiresAt, boolean used) {}

    void add(UUID id, String purpose, byte[] nonce, Instant madeAt, Instant expiresAt) {
        jdbc.sql("""
                        insert into trust.challenge (id, purpose, nonce, made_at, expires_at)
                        values (:id, :purpose, :nonce, :madeAt, :expiresAt)
                        """)
                .param("id", id)
                .param("purpose", purpose)
                .param("nonce", nonce)
                .param("madeAt", madeAt.atOffset(ZoneOffset.UTC))
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The challenge as it was before; of two answers at once, one waits and then finds it used. */
    Optional<StoredChallenge> lock(UUID id) {
        return jdbc.sql("""
                        select id, purpose, nonce, expires_at, used_at is not null as used
                        from trust.challenge
                        where id = :id
                        for update
                        """).param("id", id).query(ChallengeStore::toChallenge).optional();
    }

    void markUsed(UUID id, Instant at) {
        jdbc.sql("""
                        update trust.challenge
                        set used_at = :at
                        where id = :id
                        """).param("id", id).param("at", at.atOffset(ZoneOffset.UTC)).update();
    }

    int deleteEndedBefore(Instant time) {
        return jdbc.sql("""
                        delete from trust.challenge
                        where expires_at < :time
                        """).param("time", time.atOffset(ZoneOffset.UTC)).update();
    }

    private static StoredChallenge toChallenge(ResultSet row, int number) throws SQLException {
        return new StoredChallenge(
                row.getObject("id", UUID.class),
                row.getString("purpose"),
                row.getBytes("nonce"),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("used"));
    }
}
