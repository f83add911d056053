package org.zhengtong.service.supervision.internal.score;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.supervision.ManualPoint;

/** Points given by hand, in {@code supervision.manual_point}. */
@Component
class ManualPointStore {

    private final JdbcClient jdbc;

    ManualPointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ManualPoint point, long by, EntryId entry) {
        jdbc.sql("""
                insert into supervision.manual_point (month, department, points, reason, by_id, by_name, at, audit_entry)
                values (:month, :department, :points, :reason, :by, :name, :at, :entry)
                """)
                .param("month", point.month().atDay(1))
                .param("department", point.department().value())
                .param("points", point.points())
                .param("reason", point.reason())
                .param("by", by)
                .param("name", point.byName())
                .param("at", point.at().atOffset(ZoneOffset.UTC))
                .param("entry", entry.value())
                .update();
    }

    Optional<ManualPoint> find(long id) {
        return jdbc.sql("""
                select id as manual, department, month as manual_month, points as manual_points, reason, by_name, at
                from supervision.manual_point
                where id = :id and withdrawn_at is null
                """)
                .param("id", id)
                .query((row, number) -> ScoreStore.toManual(row, new DepartmentId(row.getString("department"))))
                .optional();
    }

    void withdraw(long id, String byName, String reason, Instant at) {
        jdbc.sql("""
                update supervision.manual_point
                set withdrawn_at = :at, withdrawn_name = :name, withdrawn_reason = :reason
                where id = :id
                """)
                .param("id", id)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("name", byName)
                .param("reason", reason)
                .update();
    }
}
