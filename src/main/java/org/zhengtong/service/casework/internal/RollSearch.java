package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.CaseClocks.ClockRef;
import org.zhengtong.service.casework.CaseRoll;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.ClockView;
import tools.jackson.databind.json.JsonMapper;

/** The cases behind a figure, and single clocks; {@code within} is a pattern of division codes. */
@Component
class RollSearch {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    RollSearch(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<CaseRoll.Entry> filed(LocalDate from, LocalDate to, String within, long after, int size) {
        return byDay("filed_on", from, to, within, after, size);
    }

    List<CaseRoll.Entry> decided(LocalDate from, LocalDate to, String within, long after, int size) {
        return byDay("decided_on", from, to, within, after, size);
    }

    private List<CaseRoll.Entry> byDay(
            String column, LocalDate from, LocalDate to, String within, long after, int size) {
        return jdbc.sql("""
            select c.id, c.item_name, c.lead_department, c.state, c.filed_on,
                (select min(k.due_on) from casework.clock k
                 where k.case_id = c.id and k.state = 'RUNNING' and k.step in ('', 'intake')) as due_on
            from casework.case_file c
            where c.%s between :from and :to and c.division like :within and c.id > :after
            order by c.id
            limit :size
            """.formatted(column))
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .param("after", after)
                .param("size", size)
                .query(RollSearch::read)
                .list();
    }

    /** Cases whose own or intake clock runs and is due in a span of days, by due date. */
    List<CaseRoll.Entry> running(LocalDate from, LocalDate to, String within, RollCursor after, int size) {
        return jdbc.sql("""
            select c.id, c.item_name, c.lead_department, c.state, c.filed_on, k.due_on
            from casework.clock k
            join casework.case_file c on c.id = k.case_id
            where k.state = 'RUNNING' and k.step in ('', 'intake') and k.division like :within
                and k.due_on between :from and :to and (k.due_on, k.case_id) > (:dueOn, :after)
            order by k.due_on, k.case_id
            limit :size
            """)
                .param("from", from)
                .param("to", to)
                .param("within", within)
                .param("dueOn", after.dueOn())
                .param("after", after.key())
                .param("size", size)
                .query(RollSearch::read)
                .list();
    }

    private static CaseRoll.Entry read(ResultSet row, int number) throws SQLException {
        return new CaseRoll.Entry(
                CaseKey.number(row.getLong("id")),
                row.getString("item_name"),
                new DepartmentId(row.getString("lead_department")),
                CaseState.valueOf(row.getString("state")),
                row.getObject("filed_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class));
    }

    Optional<ClockOfCase> clock(ClockRef ref) {
        return jdbc.sql("""
            select c.procedure_id, k.step, k.department, k.started_on, k.committed, k.statutory, k.stops,
                k.committed_due_on, k.statutory_due_on, k.state, k.ended_at,
            """ + ClockSearch.ADDED + """
            from casework.clock k
            join casework.case_file c on c.id = k.case_id
            where k.case_id = :id and k.step = :step
            """)
                .param("id", CaseKey.of(ref.number()))
                .param("step", ref.step())
                .query((row, number) -> new ClockOfCase(
                        row.getInt("procedure_id"),
                        new ClockRow(
                                row.getString("step"),
                                new DepartmentId(row.getString("department")),
                                row.getObject("started_on", LocalDate.class),
                                LimitText.parse(row.getString("committed")),
                                LimitText.parse(row.getString("statutory")),
                                List.of(json.readValue(row.getString("stops"), ClockStop[].class)),
                                row.getObject("committed_due_on", LocalDate.class),
                                row.getObject("statutory_due_on", LocalDate.class),
                                ClockView.State.valueOf(row.getString("state")),
                                CaseFileStore.instant(row, "ended_at")),
                        row.getString("added")))
                .optional();
    }

    Optional<AccountId> holder(ClockRef ref) {
        return jdbc.sql("""
            select holder
            from casework.task
            where case_id = :id and (step = :step or :step = '' and kind not in ('OPINION', 'SIGN', 'VISIT', 'CHECK')) and state in ('OPEN', 'WAITING') and holder is not null
            order by serial desc
            limit 1
            """)
                .param("id", CaseKey.of(ref.number()))
                .param("step", ref.step())
                .query((row, number) -> new AccountId(row.getLong("holder")))
                .optional();
    }

    /**
     * A clock with the procedure of its case.
     *
     * @param added title of the step when only this case has it; null for those of the procedure
     */
    record ClockOfCase(
            int procedure, ClockRow clock, @Nullable String added) {}
}
