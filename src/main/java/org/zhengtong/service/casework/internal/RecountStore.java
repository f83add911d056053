package org.zhengtong.service.casework.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseView.EventKind;
import tools.jackson.databind.json.JsonMapper;

/** Writes new due dates to clocks and to the tasks that show them; a clock stopped or extended meanwhile is left as it is. */
@Component
class RecountStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RecountStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Moved(long caseId, ClockRow clock, EventKind kind, Map<String, String> detail) {}

    void move(List<Moved> moved, Instant at) {
        if (moved.isEmpty()) {
            return;
        }
        jdbc.sql("""
            with n as (
                select * from json_to_recordset(cast(:moved as json)) as n (case_id bigint, step text,
                    committed_due_on date, statutory_due_on date, due_on date, kind text, detail jsonb, stops jsonb, committed text, statutory text)
            ), clocks as (
                update casework.clock k
                set committed_due_on = n.committed_due_on, statutory_due_on = n.statutory_due_on, due_on = n.due_on
                from n
                where k.case_id = n.case_id and k.step = n.step and k.state = 'RUNNING' and k.stops = n.stops
                  and k.committed is not distinct from n.committed
                  and k.statutory is not distinct from n.statutory
                returning k.case_id, k.step
            ), tasks as (
                update casework.task t
                set due_on = n.due_on, sort_on = n.due_on
                from n join clocks using (case_id, step)
                where t.case_id = n.case_id and t.step = n.step and t.state = 'OPEN'
            )
            insert into casework.event (case_id, at, kind, detail)
            select case_id, :at, kind, detail
            from n join clocks using (case_id, step)
            """)
                .param(
                        "moved",
                        json.writeValueAsString(
                                moved.stream().map(RecountStore::row).toList()))
                .param("at", Timestamp.from(at))
                .update();
    }

    private static Map<String, @Nullable Object> row(Moved moved) {
        var row = new LinkedHashMap<String, @Nullable Object>();
        row.put("case_id", moved.caseId());
        row.put("step", moved.clock().step());
        row.put("committed_due_on", moved.clock().committedDueOn());
        row.put("statutory_due_on", moved.clock().statutoryDueOn());
        row.put("due_on", moved.clock().dueOn());
        row.put("kind", moved.kind());
        row.put("detail", moved.detail());
        row.put("stops", moved.clock().stops());
        row.put("committed", LimitText.of(moved.clock().committed()));
        row.put("statutory", LimitText.of(moved.clock().statutory()));
        return row;
    }
}
