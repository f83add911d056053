package org.zhengtong.base.identity.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Kept forms: encrypted, found by the digest of their secret. */
@Component
class PendingPostStore {

    /** A kept form as stored. */
    record StoredPost(byte[] digest, byte[] content, Instant keptAt) {}

    private final JdbcClient jdbc;

    PendingPostStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(byte[] digest, @Nullable AccountId owner, byte[] content, Instant keptAt, Instant expiresAt) {
        jdbc.sql("""
                insert into identity.pending_post (digest, account_id, content, kept_at, expires_at)
                values (:digest, :owner, :content, :keptAt, :expiresAt)
                """)
                .param("digest", digest)
                .param("owner", owner == null ? null : owner.value())
                .param("content", content)
                .param("keptAt", utc(keptAt))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    long count() {
        return jdbc.sql("""
                select count(*)
                from identity.pending_post
                """).query(Long.class).single();
    }

    void forgetExpired(Instant now) {
        jdbc.sql("""
                delete from identity.pending_post
                where expires_at <= :now
                """).param("now", utc(now)).update();
    }

    /** Makes those of nobody the account's own. */
    void claim(Collection<byte[]> digests, AccountId account) {
        jdbc.sql("""
                update identity.pending_post
                set account_id = :account
                where digest = any (:digests)
                    and account_id is null
                """)
                .param("account", account.value())
                .param("digests", digests.toArray(byte[][]::new))
                .update();
    }

    List<StoredPost> find(Collection<byte[]> digests, @Nullable AccountId account, Instant now) {
        return jdbc.sql("""
                select digest, content, kept_at
                from identity.pending_post
                where digest = any (:digests)
                    and account_id is not distinct from cast(:account as bigint)
                    and expires_at > :now
                order by kept_at desc
                """)
                .param("digests", digests.toArray(byte[][]::new))
                .param("account", account == null ? null : account.value())
                .param("now", utc(now))
                .query((row, number) -> new StoredPost(
                        row.getBytes("digest"),
                        row.getBytes("content"),
                        row.getObject("kept_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void forget(byte[] digest, @Nullable AccountId account) {
        jdbc.sql("""
                delete from identity.pending_post
                where digest = :digest
                    and account_id is not distinct from cast(:account as bigint)
                """)
                .param("digest", digest)
                .param("account", account == null ? null : account.value())
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
