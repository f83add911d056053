package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseFacts;
import org.zhengtong.service.casework.ClockView;

/** Clocks and events over all cases of a span of days, each with one query. */
@Component
class FactSearch {

    private final JdbcClient jdbc;
    private final ClockSearch clocks;

    FactSearch(JdbcClient jdbc, ClockSearch clocks) {
        this.jdbc = jdbc;
        this.clocks = clocks;
    }

    List<CaseFacts.Exceeded> exceeded(LocalDate dueTo, LocalDate endedFrom) {
        return jdbc.sql("""
                with missed as (
                    select * from casework.clock
                    where state = 'RUNNING' and due_on <= :dueTo
                    union all
                    select * from casework.clock
                    where state = 'OVERDUE' and ended_on >= :endedFrom and due_on <= :dueTo
                    union all
                    select * from casework.clock
                    where state = 'CANCELED' and ended_on >= :endedFrom and due_on <= :dueTo
                        and ended_on > due_on
                )
                select k.case_id, k.step, k.division, k.department, k.started_on, k.committed_due_on, k.statutory_due_on,
                    k.due_on, k.ended_at, c.item_name, c.procedure_id, joint.due_on as joint_due_on,
                """ + ClockSearch.ADDED + """
                from missed k
                join casework.case_file c on c.id = k.case_id
                left join casework.clock joint on joint.case_id = k.case_id and joint.step = '' and k.step <> ''
                where c.handled_at is null
                order by k.due_on, k.case_id, k.step
                """)
                .param("dueTo", dueTo)
                .param("endedFrom", endedFrom)
                .query((row, number) -> new CaseFacts.Exceeded(
                        clocks.read(row, number), row.getObject("joint_due_on", LocalDate.class)))
                .list();
    }

    List<CaseFacts.Deed> refusals(int characters, Instant from, Instant before) {
        return jdbc.sql("""
                select e.case_id, '%s' as step, c.item_name, c.division, c.lead_department as department, c.received_on,
                    e.at, char_length(btrim(coalesce(e.detail ->> 'reason', ''))) as characters
                from casework.event e
                join casework.case_file c on c.id = e.case_id
                where e.at >= :from and e.at < :before and e.kind = 'ACCEPTANCE_REFUSED' and c.handled_at is null
                    and char_length(btrim(coalesce(e.detail ->> 'reason', ''))) < :characters
                order by e.at, e.case_id
                """.formatted(ClockView.INTAKE))
                .param("from", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .param("characters", characters)
                .query(FactSearch::deed)
                .list();
    }

    /** A step may be denied, taken back and denied again: its last task holds the decision that stands. */
    List<CaseFacts.Deed> denials(int characters, Instant from, Instant before) {
        return jdbc.sql("""
                select e.case_id, t.step, c.item_name, c.division, t.department, c.received_on,
                    e.at, char_length(btrim(coalesce(d.reasons, ''))) as characters
                from casework.event e
                join casework.case_file c on c.id = e.case_id
                join casework.task t on t.case_id = e.case_id and t.step = e.detail ->> 'step' and t.done_at = e.at
                join casework.decision d on d.case_id = t.case_id and d.task_serial = t.serial
                where e.at >= :from and e.at < :before and e.kind = 'STEP_DENIED' and c.handled_at is null
                    and not t.recalled and not d.granted
                    and char_length(btrim(coalesce(d.reasons, ''))) < :characters
                order by e.at, e.case_id
                """)
                .param("from", Timestamp.from(from))
                .param("before", Timestamp.from(before))
                .param("characters", characters)
                .query(FactSearch::deed)
                .list();
    }

    private static CaseFacts.Deed deed(ResultSet row, int number) throws SQLException {
        return new CaseFacts.Deed(
                CaseKey.number(row.getLong("case_id")),
                row.getString("step"),
                row.getString("item_name"),
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                row.getObject("received_on", LocalDate.class),
                row.getTimestamp("at").toInstant(),
                row.getInt("characters"));
    }
}
