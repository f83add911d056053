package org.zhengtong.data.sharing.internal.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.data.sharing.Deliveries.ReceivedRecord;
import org.zhengtong.data.sharing.GrantNumber;

/** Records that other nodes sent, the last state of each. */
@Component
class ReceivedStore {

    private final JdbcClient jdbc;

    ReceivedStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A grant of another node under which records came, and whom they are for. */
    record Source(String sender, GrantNumber grant, DepartmentId consumer) {

        String label() {
            return sender + " " + grant;
        }
    }

    /** Keeps a record unless a later state of it is here. */
    void put(ReceivedRecord record, long position) {
        jdbc.sql("""
                insert into sharing.received_record as r
                  (sender, grant_number, consumer, register, record_key, content, position, ended, received_at)
                values (:sender, :grant, :consumer, :register, :key, cast(:content as jsonb), :position, :ended, :at)
                on conflict (sender, grant_number, record_key) do update
                set content = excluded.content, position = excluded.position, ended = excluded.ended,
                    received_at = excluded.received_at
                where r.position < excluded.position
                """)
                .param("sender", record.sender())
                .param("grant", record.grant().value())
                .param("consumer", record.consumer().value())
                .param("register", record.register())
                .param("key", record.key())
                .param("content", record.content())
                .param("position", position)
                .param("ended", record.ended())
                .param("at", utc(record.receivedAt()))
                .update();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** What was received under which grant; leaps from one to the next instead of reading every record. */
    List<Source> sources(DataScope scope) {
        return jdbc.sql("""
                with recursive source as (
                    (select sender, grant_number, consumer from sharing.received_record
                     order by sender, grant_number limit 1)
                    union all
                    select n.sender, n.grant_number, n.consumer
                    from source s
                    cross join lateral (
                        select r.sender, r.grant_number, r.consumer from sharing.received_record r
                        where (r.sender, r.grant_number) > (s.sender, s.grant_number)
                        order by r.sender, r.grant_number limit 1) n
                )
                select sender, grant_number, consumer
                from source
                where :everything or consumer = any (:departments) or consumer like any (:divisions)
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query((row, _) -> new Source(
                        row.getString("sender"),
                        new GrantNumber(row.getString("grant_number")),
                        new DepartmentId(row.getString("consumer"))))
                .list();
    }

    /** Records under these grants, each as {@link Source#label()}. */
    List<ReceivedRecord> page(String[] sources, DataScope scope, String after, int most) {
        return jdbc.sql("""
                select sender, grant_number, consumer, register, record_key, content, ended, received_at
                from sharing.received_record
                where (:everything or consumer = any (:departments) or consumer like any (:divisions))
                  and sender || ' ' || grant_number = any (:sources)
                  and sender || ' ' || grant_number || ' ' || record_key > :after
                order by sender || ' ' || grant_number || ' ' || record_key
                limit :most
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("sources", sources)
                .param("after", after)
                .param("most", most)
                .query((row, _) -> new ReceivedRecord(
                        row.getString("sender"),
                        new GrantNumber(row.getString("grant_number")),
                        new DepartmentId(row.getString("consumer")),
                        row.getString("register"),
                        row.getString("record_key"),
                        row.getString("content"),
                        row.getBoolean("ended"),
                        row.getObject("received_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
