package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;

/** What staff searches for, and the columns of a case in any list. */
@Component
class CaseSearch {

    static final String COLUMNS = """
            select c.id, c.item_name, c.applicant_name, c.state, c.filed_at, c.result_identifier,
                (select min(k.due_on) from casework.clock k
                 where k.case_id = c.id and k.state = 'RUNNING' and k.step in ('', 'intake')) as due_on
            from casework.case_file c
            """;

    private final JdbcClient jdbc;

    CaseSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CaseReading.Summary> matching(String text, DataScope scope) {
        return jdbc.sql(COLUMNS + """
                where c.applicant_name like :text
                  and (:everything or c.division like any (:patterns) or exists (
                      select 1 from casework.task t
                      where t.case_id = c.id
                        and (t.department = any (:departments) or t.department like any (:patterns))))
                order by c.filed_on desc, c.id desc
                limit 50
                """)
                .param(
                        "text",
                        "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("patterns", scope.divisionPatterns())
                .query(CaseSearch::read)
                .list();
    }

    List<CaseReading.Summary> withKey(long key) {
        return jdbc.sql(COLUMNS + " where c.id = :id")
                .param("id", key)
                .query(CaseSearch::read)
                .list();
    }

    static CaseReading.Summary read(ResultSet row, int number) throws SQLException {
        return new CaseReading.Summary(
                CaseKey.number(row.getLong("id")),
                row.getString("item_name"),
                row.getString("applicant_name"),
                CaseState.valueOf(row.getString("state")),
                Objects.requireNonNull(CaseFileStore.instant(row, "filed_at")),
                row.getObject("due_on", LocalDate.class),
                row.getString("result_identifier"));
    }
}
