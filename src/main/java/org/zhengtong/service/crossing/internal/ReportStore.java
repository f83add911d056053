package org.zhengtong.service.crossing.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reports of sub-halls; a later move never gives way to an earlier one. */
@Component
class ReportStore {

    private final JdbcClient jdbc;

    ReportStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps a report; false when another node has reported a case of this number. */
    boolean keep(ReportedCase report, String node) {
        jdbc.sql("""
                insert into crossing.report as r (number, node, item_code, item_name, division, department, state, filed_at,
                    accepted_on, due_on, clock, decided_at, granted, closed_at, moved_at)
                values (:number, :node, :itemCode, :itemName, :division, :department, :state, :filedAt,
                    :acceptedOn, :dueOn, :clock, :decidedAt, :granted, :closedAt, :movedAt)
                on conflict (number) do update
                set state = excluded.state, item_name = excluded.item_name, department = excluded.department,
                    accepted_on = excluded.accepted_on, due_on = excluded.due_on, clock = excluded.clock,
                    decided_at = excluded.decided_at, granted = excluded.granted, closed_at = excluded.closed_at,
                    moved_at = excluded.moved_at
                where r.node = excluded.node and r.moved_at <= excluded.moved_at
                """)
                .param("number", report.number())
                .param("node", node)
                .param("itemCode", report.itemCode())
                .param("itemName", report.itemName())
                .param("division", report.division())
                .param("department", report.department())
                .param("state", report.state().name())
                .param("filedAt", Timestamp.from(report.filedAt()))
                .param("acceptedOn", report.acceptedOn(), Types.DATE)
                .param("dueOn", report.dueOn(), Types.DATE)
                .param("clock", report.clock())
                .param("decidedAt", timestamp(report.decidedAt()), Types.TIMESTAMP)
                .param("granted", report.granted(), Types.BOOLEAN)
                .param("closedAt", timestamp(report.closedAt()), Types.TIMESTAMP)
                .param("movedAt", Timestamp.from(report.at()))
                .update();
        return jdbc.sql("select node = :node from crossing.report where number = :number")
                .param("node", node)
                .param("number", report.number())
                .query(Boolean.class)
                .single();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
