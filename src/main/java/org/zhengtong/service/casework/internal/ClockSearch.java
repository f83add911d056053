package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.CaseClocks;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import tools.jackson.databind.json.JsonMapper;

/** Clocks across all cases. */
@Component
class ClockSearch {

    /** The title of a step that only this case has, beside clock {@code k} and case {@code c}; null for all others. */
    static final String ADDED = """
            case when c.amended then (
                select a.title from casework.added_step a where a.case_id = k.case_id and a.step = k.step) end as added
            """;

    private static final String COLUMNS = """
            select k.case_id, k.step, k.division, k.department, k.started_on, k.committed_due_on, k.statutory_due_on,
                k.due_on, k.ended_at, c.item_name, c.procedure_id,
            """ + ADDED + """
            from casework.clock k
            join casework.case_file c on c.id = k.case_id
            """;

    private final JdbcClient jdbc;
    private final KnownProcedures procedures;
    private final JsonMapper json;

    ClockSearch(JdbcClient jdbc, KnownProcedures procedures, JsonMapper json) {
        this.jdbc = jdbc;
        this.procedures = procedures;
        this.json = json;
    }

    List<CaseClocks.DueClock> dueOnOrBefore(LocalDate day, CaseClocks.@Nullable ClockRef after, int size) {
        var start = after == null ? null : dueOn(after);
        return jdbc.sql(COLUMNS + """
                where k.state = 'RUNNING' and k.due_on <= :day and c.handled_at is null and c.state <> 'SUSPENDED'
                  and (k.due_on, k.case_id, k.step) > (:dueOn, :caseId, :step)
                order by k.due_on, k.case_id, k.step
                limit :size
                """)
                .param("day", day)
                .param("dueOn", start == null ? LocalDate.of(1, 1, 1) : start)
                .param("caseId", after == null ? 0L : CaseKey.of(after.number()))
                .param("step", after == null ? "" : after.step())
                .param("size", size)
                .query(this::read)
                .list();
    }

    private @Nullable LocalDate dueOn(CaseClocks.ClockRef ref) {
        return jdbc.sql("select due_on from casework.clock where case_id = :id and step = :step")
                .param("id", CaseKey.of(ref.number()))
                .param("step", ref.step())
                .query(LocalDate.class)
                .optional()
                .orElse(null);
    }

    List<CaseClocks.DueClock> missedBetween(LocalDate from, LocalDate to, int size) {
        return jdbc.sql(COLUMNS + """
                where k.state = 'OVERDUE' and k.ended_on between :from and :to and c.handled_at is null
                order by k.ended_on, k.case_id, k.step
                limit :size
                """)
                .param("from", from)
                .param("to", to)
                .param("size", size)
                .query(this::read)
                .list();
    }

    CaseClocks.DueClock read(ResultSet row, int number) throws SQLException {
        var procedure = procedures.require(row.getInt("procedure_id"));
        var step = row.getString("step");
        var title = switch (step) {
            case ClockView.JOINT -> procedure.title();
            case ClockView.INTAKE -> procedure.intake().title();
            default -> {
                var added = row.getString("added");
                yield added == null ? procedure.step(step).title() : added;
            }
        };
        var dueOn = row.getObject("due_on", LocalDate.class);
        var statutory = row.getObject("statutory_due_on", LocalDate.class);
        return new CaseClocks.DueClock(
                new CaseClocks.ClockRef(CaseKey.number(row.getLong("case_id")), step),
                row.getString("item_name"),
                title,
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                row.getObject("started_on", LocalDate.class),
                dueOn,
                dueOn.equals(statutory),
                row.getObject("committed_due_on", LocalDate.class),
                statutory,
                CaseFileStore.instant(row, "ended_at"));
    }

    List<CaseView.Happening> events(long key) {
        return jdbc.sql("""
                select json_build_object('at', at, 'kind', kind, 'actorName', actor_name, 'detail', detail)
                from casework.event
                where case_id = :id
                order by id
                """)
                .param("id", key)
                .query((row, number) -> json.readValue(row.getString(1), CaseView.Happening.class))
                .list();
    }

    /** Cases whose intake clock ran out without an answer. */
    List<Long> unanswered(LocalDate today, int size) {
        return jdbc.sql("""
                select case_id
                from casework.clock
                where state = 'RUNNING' and due_on < :today and step = 'intake'
                order by due_on, case_id, step
                limit :size
                """)
                .param("today", today)
                .param("size", size)
                .query(Long.class)
                .list();
    }

    /** A running clock with its case, for counting it anew. */
    record RunningClock(long caseId, ClockRow clock) {}

    List<RunningClock> runningFrom(LocalDate dueFrom, long afterCase, String afterStep, int size) {
        return jdbc.sql("""
                select case_id, step, department, started_on, committed, statutory, stops, committed_due_on,
                    statutory_due_on, ended_at
                from casework.clock
                where state = 'RUNNING' and due_on >= :dueFrom and (case_id, step) > (:caseId, :step)
                order by case_id, step
                limit :size
                """)
                .param("dueFrom", dueFrom)
                .param("caseId", afterCase)
                .param("step", afterStep)
                .param("size", size)
                .query((row, number) -> new RunningClock(
                        row.getLong("case_id"),
                        new ClockRow(
                                row.getString("step"),
                                new DepartmentId(row.getString("department")),
                                row.getObject("started_on", LocalDate.class),
                                LimitText.parse(row.getString("committed")),
                                LimitText.parse(row.getString("statutory")),
                                List.of(json.readValue(row.getString("stops"), ClockStop[].class)),
                                row.getObject("committed_due_on", LocalDate.class),
                                row.getObject("statutory_due_on", LocalDate.class),
                                ClockView.State.RUNNING,
                                null)))
                .list();
    }
}
