package org.zhengtong.base.identity.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts failed attempts by the digest of the name, whether or not such an account exists. */
@Component
class AttemptStore {
    private final JdbcClient jdbc;

    AttemptStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Counts an attempt before it is made, so that many at once cannot slip through; gives its number, or nothing when the
     * name is locked. The last allowed attempt locks the name at once; success takes that back.
     */
    Optional<Integer> begin(byte[] digest, int allowed, Duration pause, Instant now) {
        return jdbc.sql("""
                insert into identity.sign_in_attempt as a (digest, failures, last_at)
                values (:digest, 1, :now)
                on conflict (digest) do update
                set failures = case when a.last_at <= :forgotten then 1 else a.failures + 1 end,
                    locked_until = case
                        when a.last_at > :forgotten and a.failures + 1 >= :allowed then :pauseEnd
                    end,
                    last_at = :now
                where a.locked_until is null or a.locked_until <= :now
                returning failures
                """)
                .param("digest", digest)
                .param("now", utc(now))
                .param("forgotten", utc(now.minus(pause)))
                .param("allowed", allowed)
                .param("pauseEnd", utc(now.plus(pause)))
                .query(Integer.class)
                .optional();
    }

    Optional<Instant> lockedUntil(byte[] digest) {
        return jdbc.sql("""
                select locked_until
                from identity.sign_in_attempt
                where digest = :digest
                    and locked_until is not null
                """)
                .param("digest", digest)
                .query((row, number) ->
                        row.getObject("locked_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    void forget(byte[] digest) {
        jdbc.sql("""
                delete from identity.sign_in_attempt
                where digest = :digest
                """).param("digest", digest).update();
    }

    void forgetBefore(Instant at) {
        jdbc.sql("""
                delete from identity.sign_in_attempt
                where last_at < :at
                """).param("at", utc(at)).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
