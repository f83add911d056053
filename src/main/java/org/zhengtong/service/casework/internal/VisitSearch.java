package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.SiteVisit;

/** Site visits across all cases, by day. */
@Component
class VisitSearch {

    private static final String FOUND = """
        from casework.site_visit v
        join casework.case_file c on c.id = v.case_id and c.handled_at is null
        where (:everything or c.division like any (:divisions) or exists (
                select from casework.site_visit_party p
                where p.case_id = v.case_id and p.serial = v.serial
                  and (p.department = any (:departments) or p.department like any (:divisions))))
          and (cast(:from as date) is null or v.held_on >= :from)
          and (cast(:to as date) is null or v.held_on <= :to)
          and (cast(:state as text) is null or v.state = :state)
          and (:text = '' or position(:text in c.applicant_name) > 0 or v.case_id = :number)
        """;

    private final JdbcClient jdbc;

    VisitSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseVisits.Row> list(DataScope scope, CaseVisits.Filter filter, CaseVisits.@Nullable Cursor after, int size) {
        return bind(jdbc.sql("""
            select v.case_id, v.serial, v.state, v.held_on, v.starts_at, v.place, v.department, v.planned_at,
                c.item_name, c.applicant_name,
                (select count(*) from casework.site_visit_party p
                    where p.case_id = v.case_id and p.serial = v.serial) as parties,
                (select count(p.found_at) from casework.site_visit_party p
                    where p.case_id = v.case_id and p.serial = v.serial) as found
            """ + FOUND + """
              and (v.held_on, v.case_id, v.serial) > (:heldOn, :caseId, :serial)
            order by v.held_on, v.case_id, v.serial
            limit :size
            """), scope, filter)
                .param("heldOn", after == null ? LocalDate.of(1, 1, 1) : after.heldOn())
                .param("caseId", after == null ? 0L : CaseKey.of(after.number()))
                .param("serial", after == null ? 0 : after.serial())
                .param("size", size)
                .query(VisitSearch::row)
                .list();
    }

    long count(DataScope scope, CaseVisits.Filter filter) {
        return bind(jdbc.sql("select count(*) " + FOUND), scope, filter)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, DataScope scope, CaseVisits.Filter filter) {
        var state = filter.state();
        return statement
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("from", filter.from(), Types.DATE)
                .param("to", filter.to(), Types.DATE)
                .param("state", state == null ? null : state.name(), Types.VARCHAR)
                .param("text", filter.text().strip())
                .param(
                        "number",
                        CaseNumber.parse(filter.text()).map(CaseKey::of).orElse(0L));
    }

    private static CaseVisits.Row row(ResultSet row, int number) throws SQLException {
        return new CaseVisits.Row(
                CaseKey.number(row.getLong("case_id")),
                row.getInt("serial"),
                SiteVisit.State.valueOf(row.getString("state")),
                row.getObject("held_on", LocalDate.class),
                row.getString("starts_at"),
                row.getString("place"),
                row.getString("item_name"),
                row.getString("applicant_name"),
                row.getString("department"),
                row.getInt("parties"),
                row.getInt("found"),
                Objects.requireNonNull(CaseFileStore.instant(row, "planned_at")));
    }
}
