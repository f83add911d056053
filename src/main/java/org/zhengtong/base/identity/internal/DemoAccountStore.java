package org.zhengtong.base.identity.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Where the made-up people stand on the sign-in page, and what they do. */
@Component
class DemoAccountStore {

    /** One of them, in both languages. */
    record DemoPlace(
            AccountId account, String name, int place, String groupZh, String groupEn, String todoZh, String todoEn) {}

    private final JdbcClient jdbc;

    DemoAccountStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<DemoPlace> all() {
        return jdbc.sql("""
                select a.id, a.name, d.place, d.group_zh, d.group_en, d.todo_zh, d.todo_en
                from identity.demo_account d
                join identity.account a on a.id = d.account_id
                where a.demo
                    and a.closed_at is null
                order by d.place
                """)
                .query((row, number) -> new DemoPlace(
                        new AccountId(row.getLong("id")),
                        row.getString("name"),
                        row.getInt("place"),
                        row.getString("group_zh"),
                        row.getString("group_en"),
                        row.getString("todo_zh"),
                        row.getString("todo_en")))
                .list();
    }

    void save(DemoPlace person) {
        jdbc.sql("""
                insert into identity.demo_account (account_id, place, group_zh, group_en, todo_zh, todo_en)
                values (:account, :place, :groupZh, :groupEn, :todoZh, :todoEn)
                on conflict (account_id) do update
                set place = excluded.place,
                    group_zh = excluded.group_zh,
                    group_en = excluded.group_en,
                    todo_zh = excluded.todo_zh,
                    todo_en = excluded.todo_en
                """)
                .param("account", person.account().value())
                .param("place", person.place())
                .param("groupZh", person.groupZh())
                .param("groupEn", person.groupEn())
                .param("todoZh", person.todoZh())
                .param("todoEn", person.todoEn())
                .update();
    }
}
