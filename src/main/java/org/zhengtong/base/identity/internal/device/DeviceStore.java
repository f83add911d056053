package org.zhengtong.base.identity.internal.device;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** The stored marks of browsers. */
@Component
class DeviceStore {

    private final JdbcClient jdbc;

    DeviceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean knowsAny(AccountId account) {
        return jdbc.sql("""
                select exists (select from identity.known_device where account_id = :account)
                """)
                .param("account", account.value())
                .query(Boolean.class)
                .single();
    }

    /** Keeps the mark; true when it is new for this account. */
    boolean keep(AccountId account, byte[] digest, Instant at) {
        return jdbc.sql("""
                insert into identity.known_device (account_id, digest, first_at, last_at)
                values (:account, :digest, :at, :at)
                on conflict (account_id, digest) do update
                set last_at = excluded.last_at
                returning xmax = 0 as fresh
                """)
                .param("account", account.value())
                .param("digest", digest)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }
}
