package org.zhengtong.base.identity.internal.realname;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.RealName;

/** The stored checks. */
@Component
class RealNameStore {

    private final JdbcClient jdbc;

    RealNameStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RealName> find(AccountId account) {
        return jdbc.sql("""
                select method, detail, checked_by, checked_at
                from identity.real_name
                where account_id = :account
                """)
                .param("account", account.value())
                .query((row, number) -> new RealName(
                        RealName.Method.valueOf(row.getString("method")),
                        row.getString("detail"),
                        row.getString("checked_by"),
                        row.getObject("checked_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    void save(AccountId account, RealName check) {
        jdbc.sql("""
                insert into identity.real_name (account_id, method, detail, checked_by, checked_at)
                values (:account, :method, :detail, :by, :at)
                on conflict (account_id) do update
                set method = excluded.method, detail = excluded.detail,
                    checked_by = excluded.checked_by, checked_at = excluded.checked_at
                """)
                .param("account", account.value())
                .param("method", check.method().name())
                .param("detail", check.detail())
                .param("by", check.checkedBy())
                .param("at", check.checkedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean remove(AccountId account) {
        return jdbc.sql("""
                delete from identity.real_name
                where account_id = :account
                """).param("account", account.value()).update() == 1;
    }
}
