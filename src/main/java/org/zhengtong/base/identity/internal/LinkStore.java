package org.zhengtong.base.identity.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The one link by which the first administrator is made; one at a time, and only its digest. */
@Component
class LinkStore {

    private final JdbcClient jdbc;

    LinkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(byte[] digest, Instant expiresAt) {
        forget();
        jdbc.sql("""
                insert into identity.first_administrator_link (digest, expires_at)
                values (:digest, :expiresAt)
                """)
                .param("digest", digest)
                .param("expiresAt", expiresAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean isOpen(byte[] digest, Instant now) {
        return jdbc.sql("""
                select exists (
                    select
                    from identity.first_administrator_link
                    where digest = :digest
                        and expires_at > :now
                )
                """)
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    /** Uses the link up; false when somebody else just did, or it is too old. */
    boolean use(byte[] digest, Instant now) {
        return jdbc.sql("""
                delete from identity.first_administrator_link
                where digest = :digest
                    and expires_at > :now
                """)
                        .param("digest", digest)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void forget() {
        jdbc.sql("""
                delete from identity.first_administrator_link
                """).update();
    }
}
