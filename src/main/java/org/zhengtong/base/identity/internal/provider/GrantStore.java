package org.zhengtong.base.identity.internal.provider;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** What was given out to systems, found by the digests of its tokens; and the keys that signed it. */
@Component
class GrantStore {

    /** Whose it is and how long it is kept. */
    record Owner(long system, AccountId account, Instant expiresAt) {}

    private final JdbcClient jdbc;

    GrantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String id, Owner owner, byte[] content, List<byte[]> digests) {
        jdbc.sql("""
                insert into identity.system_authorization (id, system_id, account_id, content, digests, expires_at)
                values (:id, :system, :account, :content, :digests, :expiresAt)
                on conflict (id) do update
                set content = excluded.content, digests = excluded.digests, expires_at = excluded.expires_at
                """)
                .param("id", id)
                .param("system", owner.system())
                .param("account", owner.account().value())
                .param("content", content)
                .param("digests", digests.toArray(byte[][]::new))
                .param("expiresAt", utc(owner.expiresAt()))
                .update();
    }

    Optional<byte[]> find(String id, Instant now) {
        return jdbc.sql("""
                select content
                from identity.system_authorization
                where id = :id
                    and expires_at > :now
                """)
                .param("id", id)
                .param("now", utc(now))
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    Optional<byte[]> findByDigest(byte[] digest, Instant now) {
        return jdbc.sql("""
                select content
                from identity.system_authorization
                where digests @> :digests
                    and expires_at > :now
                """)
                .param("digests", new byte[][] {digest})
                .param("now", utc(now))
                .query((row, number) -> row.getBytes("content"))
                .optional();
    }

    void remove(String id) {
        jdbc.sql("""
                delete from identity.system_authorization
                where id = :id
                """).param("id", id).update();
    }

    /** Forgets what a system was given, for one account or for all. */
    void removeOf(long system, @Nullable AccountId account) {
        jdbc.sql("""
                delete from identity.system_authorization
                where system_id = :system
                    and (:account::bigint is null or account_id = :account)
                """)
                .param("system", system)
                .param("account", account == null ? null : account.value())
                .update();
    }

    void removeOld(Instant now) {
        jdbc.sql("""
                delete from identity.system_authorization
                where expires_at <= :now
                """).param("now", utc(now)).update();
    }

    /** A key with the time it was made. */
    @SuppressWarnings("ArrayRecordComponent")
    record StoredKey(byte[] content, Instant madeAt) {}

    /** The keys made since then, the newest first. */
    List<StoredKey> keys(Instant since) {
        return jdbc.sql("""
                select content, made_at
                from identity.provider_key
                where made_at > :since
                order by made_at desc, id
                """)
                .param("since", utc(since))
                .query((row, number) -> new StoredKey(
                        row.getBytes("content"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void addKey(String id, byte[] content, Instant at) {
        jdbc.sql("""
                insert into identity.provider_key (id, content, made_at)
                values (:id, :content, :at)
                """)
                .param("id", id)
                .param("content", content)
                .param("at", utc(at))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
