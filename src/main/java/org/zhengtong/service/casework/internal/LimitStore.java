package org.zhengtong.service.casework.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.Suspension;
import tools.jackson.databind.json.JsonMapper;

/** Reads clocks, special procedures and requests for more time. */
@Component
class LimitStore {

    private static final String ANSWERABLE = """
        from casework.extension x
        join casework.clock k on k.case_id = x.case_id and k.step = x.step and k.state in ('RUNNING', 'STOPPED')
        join casework.case_file c on c.id = x.case_id and c.state = 'ACCEPTED' and c.handled_at is null
        where x.state = 'ASKED'
          and (:everything or x.department = any (:departments) or x.department like any (:divisions))
        """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    LimitStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<ClockRow> clocks(long key) {
        return jdbc.sql("""
            select step, department, started_on, committed, statutory, stops, committed_due_on, statutory_due_on, state,
                ended_at
            from casework.clock
            where case_id = :id
            """).param("id", key).query(this::clock).list();
    }

    private ClockRow clock(ResultSet row, int number) throws SQLException {
        return new ClockRow(
                row.getString("step"),
                new DepartmentId(row.getString("department")),
                row.getObject("started_on", LocalDate.class),
                LimitText.parse(row.getString("committed")),
                LimitText.parse(row.getString("statutory")),
                List.of(json.readValue(row.getString("stops"), ClockStop[].class)),
                row.getObject("committed_due_on", LocalDate.class),
                row.getObject("statutory_due_on", LocalDate.class),
                ClockView.State.valueOf(row.getString("state")),
                CaseFileStore.instant(row, "ended_at"));
    }

    List<SpecialProcedure> procedures(long key) {
        return jdbc.sql("""
            select serial, task_serial, step, step_title, kind, reason, started_on, expected_on, started_name, ended_on,
                ended_name, result, opinion
            from casework.special_procedure
            where case_id = :id
            order by serial
            """).param("id", key).query(LimitStore::procedure).list();
    }

    private static SpecialProcedure procedure(ResultSet row, int number) throws SQLException {
        return new SpecialProcedure(
                row.getInt("serial"),
                row.getInt("task_serial"),
                row.getString("step"),
                row.getString("step_title"),
                SpecialProcedure.Kind.valueOf(row.getString("kind")),
                row.getString("reason"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("expected_on", LocalDate.class),
                row.getString("started_name"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_name"),
                row.getString("result"),
                row.getString("opinion"));
    }

    List<Suspension> suspensions(long key) {
        return jdbc.sql("""
            select serial, ground, title, law, reason, started_on, resume_on, started_name, ended_on, ended_name, outcome
            from casework.suspension
            where case_id = :id
            order by serial
            """).param("id", key).query(LimitStore::suspension).list();
    }

    private static Suspension suspension(ResultSet row, int number) throws SQLException {
        return new Suspension(
                row.getInt("serial"),
                row.getString("ground"),
                row.getString("title"),
                row.getString("law"),
                row.getString("reason"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("resume_on", LocalDate.class),
                row.getString("started_name"),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_name"),
                row.getString("outcome"));
    }

    List<Reopening> reopenings(long key) {
        return jdbc.sql("""
            select serial, kind, document, body, dated_on, reason, steps, file, file_name, amount, before, result, state,
                asked_by, asked_name, asked_at, decided_name, decided_at, answer
            from casework.reopening
            where case_id = :id
            order by serial
            """).param("id", key).query(this::reopening).list();
    }

    private Reopening reopening(ResultSet row, int number) throws SQLException {
        return new Reopening(
                row.getInt("serial"),
                Reopening.Kind.valueOf(row.getString("kind")),
                row.getString("document"),
                row.getString("body"),
                row.getObject("dated_on", LocalDate.class),
                row.getString("reason"),
                List.of(json.readValue(row.getString("steps"), String[].class)),
                new Reopening.Paper(row.getString("file"), row.getString("file_name")),
                LimitText.parse(row.getString("amount")),
                CaseState.valueOf(row.getString("before")),
                row.getString("result"),
                Reopening.State.valueOf(row.getString("state")),
                row.getObject("asked_by", Long.class),
                row.getString("asked_name"),
                Objects.requireNonNull(CaseFileStore.instant(row, "asked_at")),
                row.getString("decided_name"),
                CaseFileStore.instant(row, "decided_at"),
                row.getString("answer"));
    }

    /** Suspended cases whose day to go on has come. */
    List<Long> toResume(LocalDate today, int size) {
        return jdbc.sql("""
            select s.case_id
            from casework.suspension s
            join casework.case_file c on c.id = s.case_id and c.handled_at is null
            where s.ended_at is null and s.resume_on <= :today
            order by s.resume_on, s.case_id
            limit :size
            """)
                .param("today", today)
                .param("size", size)
                .query(Long.class)
                .list();
    }

    List<Extension> extensions(long key) {
        return jdbc.sql("""
            select serial, step, step_title, department, amount, law, reason, state, asked_at, asked_by, asked_name,
                decided_at, decided_name, answer
            from casework.extension
            where case_id = :id
            order by serial
            """).param("id", key).query(LimitStore::extension).list();
    }

    private static Extension extension(ResultSet row, int number) throws SQLException {
        return new Extension(
                row.getInt("serial"),
                row.getString("step"),
                row.getString("step_title"),
                new DepartmentId(row.getString("department")),
                LimitText.read(row.getString("amount")),
                row.getString("law"),
                row.getString("reason"),
                Extension.State.valueOf(row.getString("state")),
                row.getLong("asked_by"),
                row.getString("asked_name"),
                Objects.requireNonNull(CaseFileStore.instant(row, "asked_at")),
                row.getString("decided_name"),
                CaseFileStore.instant(row, "decided_at"),
                row.getString("answer"));
    }

    /** Requests that wait in these departments, the oldest first. */
    List<CaseLimits.Waiting> waiting(DataScope scope, CaseLimits.@Nullable Cursor after, int size) {
        return within(jdbc.sql("""
            select x.case_id, x.serial, x.step, x.step_title, x.amount, x.reason, x.asked_at, x.asked_name, k.due_on,
                c.item_name, c.applicant_name
            """ + ANSWERABLE + """
              and (x.asked_at, x.case_id, x.serial) > (:askedAt, :caseId, :serial)
            order by x.asked_at, x.case_id, x.serial
            limit :size
            """), scope)
                .param("askedAt", after == null ? new Timestamp(0) : Timestamp.from(after.askedAt()))
                .param("caseId", after == null ? 0L : CaseKey.of(after.number()))
                .param("serial", after == null ? 0 : after.serial())
                .param("size", size)
                .query(LimitStore::waiting)
                .list();
    }

    private static CaseLimits.Waiting waiting(ResultSet row, int number) throws SQLException {
        return new CaseLimits.Waiting(
                CaseKey.number(row.getLong("case_id")),
                row.getInt("serial"),
                row.getString("item_name"),
                row.getString("applicant_name"),
                row.getString("step"),
                row.getString("step_title"),
                LimitText.read(row.getString("amount")),
                row.getString("reason"),
                row.getString("asked_name"),
                Objects.requireNonNull(CaseFileStore.instant(row, "asked_at")),
                row.getObject("due_on", LocalDate.class));
    }

    long countWaiting(DataScope scope) {
        return within(jdbc.sql("select count(*) " + ANSWERABLE), scope)
                .query(Long.class)
                .single();
    }

    private static JdbcClient.StatementSpec within(JdbcClient.StatementSpec statement, DataScope scope) {
        return statement
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns());
    }
}
