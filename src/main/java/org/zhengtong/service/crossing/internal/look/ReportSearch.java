package org.zhengtong.service.crossing.internal.look;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseState;

/** Cases of sub-halls, the latest first. */
@Component
public class ReportSearch {

    private final JdbcClient jdbc;

    ReportSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One page. */
    public List<ReportLook> find(ReportQuery query) {
        return jdbc.sql("""
                select number, node, item_name, division, department, state, filed_at, due_on, clock, moved_at
                from crossing.report
                where (:everything or department = any (:departments) or division like any (:divisions))
                    and (:node = '' or node = :node)
                    and (:division = '' or division like :division || '%')
                    and (cast(:state as text) is null or state = :state)
                    and (cast(:lateOn as date) is null or clock = 'OVERDUE' or due_on < :lateOn)
                    and (cast(:before as timestamptz) is null or (filed_at, number) < (:before, :beforeNumber))
                order by filed_at desc, number desc
                limit :most
                """)
                .param("everything", query.scope().everything())
                .param("departments", query.scope().departmentValues())
                .param("divisions", query.scope().divisionPatterns())
                .param("node", query.node())
                .param("division", query.division())
                .param("state", query.state() == null ? null : query.state().name(), Types.VARCHAR)
                .param("lateOn", query.lateOn(), Types.DATE)
                .param(
                        "before",
                        query.before() == null ? null : Timestamp.from(query.before()),
                        Types.TIMESTAMP_WITH_TIMEZONE)
                .param("beforeNumber", query.beforeNumber())
                .param("most", query.most())
                .query((row, number) -> new ReportLook(
                        row.getString("number"),
                        row.getString("node"),
                        row.getString("item_name"),
                        row.getString("division"),
                        row.getString("department"),
                        CaseState.valueOf(row.getString("state")),
                        row.getTimestamp("filed_at").toInstant(),
                        row.getObject("due_on", LocalDate.class),
                        row.getString("clock"),
                        row.getTimestamp("moved_at").toInstant()))
                .list();
    }

    /** The nodes that reported anything. */
    public List<String> nodes() {
        return jdbc.sql("select distinct node from crossing.report order by node")
                .query(String.class)
                .list();
    }
}
