package org.zhengtong.base.identity.internal.recovery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** The open links; one for each account at a time. */
@Component
class RecoveryStore {

    /** How it was made sure that the right one asks. */
    enum Way {
        MAIL,
        COUNTER
    }

    /** An open link. */
    record Link(AccountId account, Way way) {}

    private final JdbcClient jdbc;

    RecoveryStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(byte[] digest, Link link, Instant at, Instant expiresAt) {
        removeOf(link.account());
        jdbc.sql("""
                insert into identity.recovery_link (digest, account_id, way, made_at, expires_at)
                values (:digest, :account, :way, :at, :expiresAt)
                """)
                .param("digest", digest)
                .param("account", link.account().value())
                .param("way", link.way().name())
                .param("at", utc(at))
                .param("expiresAt", utc(expiresAt))
                .update();
    }

    boolean madeSince(AccountId account, Instant since) {
        return jdbc.sql("""
                select exists (
                    select
                    from identity.recovery_link
                    where account_id = :account
                        and made_at > :since
                )
                """)
                .param("account", account.value())
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    Optional<Link> find(byte[] digest, Instant now) {
        return jdbc.sql("""
                select account_id, way
                from identity.recovery_link
                where digest = :digest
                    and expires_at > :now
                """)
                .param("digest", digest)
                .param("now", utc(now))
                .query((row, number) ->
                        new Link(new AccountId(row.getLong("account_id")), Way.valueOf(row.getString("way"))))
                .optional();
    }

    /** Uses a link up; false when somebody else just did. */
    boolean use(byte[] digest) {
        return jdbc.sql("""
                delete from identity.recovery_link
                where digest = :digest
                """).param("digest", digest).update() == 1;
    }

    private void removeOf(AccountId account) {
        jdbc.sql("""
                delete from identity.recovery_link
                where account_id = :account
                """).param("account", account.value()).update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
