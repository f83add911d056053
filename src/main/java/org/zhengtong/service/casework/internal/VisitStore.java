package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.SiteVisit;
import tools.jackson.databind.json.JsonMapper;

/** Reads the site visits of a case. */
@Component
class VisitStore {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    VisitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** In the order they were planned; a case whose tasks say that there were none is not asked. */
    List<SiteVisit> of(LoadedCase loaded) {
        return loaded.visited() ? of(loaded.key()) : List.of();
    }

    List<SiteVisit> of(long key) {
        return jdbc.sql("""
            select v.serial, v.state, v.held_on, v.starts_at, v.place, v.purpose, v.department, v.notices, v.planned_at,
                v.planned_name, v.words, v.ended_at, v.ended_name,
                (select json_agg(p order by p.task) from (
                    select jsonb_build_object('value', department) as department, task_serial as task, people, result,
                        words, files, found_at as "foundAt", found_name as "foundName"
                    from casework.site_visit_party
                    where case_id = v.case_id and serial = v.serial) as p) as parties
            from casework.site_visit v
            where v.case_id = :id
            order by v.serial
            """).param("id", key).query(this::visit).list();
    }

    private SiteVisit visit(ResultSet row, int number) throws SQLException {
        return new SiteVisit(
                row.getInt("serial"),
                SiteVisit.State.valueOf(row.getString("state")),
                row.getObject("held_on", LocalDate.class),
                row.getString("starts_at"),
                row.getString("place"),
                row.getString("purpose"),
                new DepartmentId(row.getString("department")),
                row.getInt("notices"),
                Objects.requireNonNull(CaseFileStore.instant(row, "planned_at")),
                row.getString("planned_name"),
                row.getString("words"),
                CaseFileStore.instant(row, "ended_at"),
                row.getString("ended_name"),
                List.of(json.readValue(row.getString("parties"), SiteVisit.Party[].class)));
    }
}
