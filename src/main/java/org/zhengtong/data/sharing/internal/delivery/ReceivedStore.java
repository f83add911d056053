package org.zhengtong.data.sharing.internal.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

    List<ReceivedRecord> page(@Nullable GrantNumber grant, DataScope scope, String after, int most) {
        return jdbc.sql("""
                select sender, grant_number, consumer, register, record_key, content, ended, received_at
                from sharing.received_record
                where (:everything or consumer = any (:departments) or consumer like any (:divisions))
                  and (cast(:grant as text) is null or grant_number = :grant)
                  and sender || ' ' || grant_number || ' ' || record_key > :after
                order by sender || ' ' || grant_number || ' ' || record_key
                limit :most
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("grant", grant == null ? null : grant.value(), java.sql.Types.VARCHAR)
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
