package org.zhengtong.service.supervision.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseClocks.DueClock;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.supervision.SupervisionRule;
import org.zhengtong.service.supervision.Warning;

/** Reminders in {@code supervision.warning}. */
@Component
class WarningStore {

    private final JdbcClient jdbc;

    WarningStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this clock was warned of this due date before. */
    boolean insert(SupervisionRule rule, DueClock clock, Instant at) {
        return jdbc.sql("""
                insert into supervision.warning
                    (rule_version, rule_id, case_number, step, title, item_name, division, department, due_on, issued_at)
                values (:version, :rule, :number, :step, :title, :item, :division, :department, :dueOn, :at)
                on conflict (case_number, step, due_on) do nothing
                """)
                        .param("version", rule.version())
                        .param("rule", rule.id())
                        .param("number", clock.ref().number().value())
                        .param("step", clock.ref().step())
                        .param("title", clock.title())
                        .param("item", clock.itemName())
                        .param("division", clock.division().value())
                        .param("department", clock.department().value())
                        .param("dueOn", clock.dueOn())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    /** Keys of the open warnings, as {@link #key} makes them. */
    Set<String> openKeys() {
        return new HashSet<>(jdbc.sql(
                        "select case_number || '/' || step || '/' || due_on as key from supervision.warning where ended_at is null")
                .query(String.class)
                .list());
    }

    static String key(DueClock clock) {
        return clock.ref().number() + "/" + clock.ref().step() + "/" + clock.dueOn();
    }

    void end(Collection<String> keys, Instant at) {
        jdbc.sql("""
                update supervision.warning
                set ended_at = :at
                where ended_at is null and case_number || '/' || step || '/' || due_on = any (:keys)
                """)
                .param("keys", keys.toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Warning> open(DataScope scope, int limit) {
        return jdbc.sql("""
                select case_number, step, title, item_name, division, department, due_on, issued_at, ended_at
                from supervision.warning
                where ended_at is null
                    and (:everything or department = any (:departments) or department like any (:divisions))
                order by due_on, issued_at
                limit :limit
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("limit", limit)
                .query(WarningStore::toWarning)
                .list();
    }

    long countOpen(DataScope scope) {
        return jdbc.sql("""
                select count(*)
                from supervision.warning
                where ended_at is null
                    and (:everything or department = any (:departments) or department like any (:divisions))
                """)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(Long.class)
                .single();
    }

    private static Warning toWarning(ResultSet row, int number) throws SQLException {
        var endedAt = row.getObject("ended_at", OffsetDateTime.class);
        return new Warning(
                new CaseNumber(row.getString("case_number")),
                row.getString("step"),
                row.getString("title"),
                row.getString("item_name"),
                new DivisionCode(row.getString("division")),
                new DepartmentId(row.getString("department")),
                row.getObject("due_on", LocalDate.class),
                row.getObject("issued_at", OffsetDateTime.class).toInstant(),
                endedAt == null ? null : endedAt.toInstant());
    }
}
