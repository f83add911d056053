package org.zhengtong.service.feedback.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.feedback.Complaint;
import org.zhengtong.service.feedback.ComplaintNumber;
import org.zhengtong.service.feedback.ComplaintState;

/** Complaints in {@code feedback.complaint}. */
@Component
class ComplaintStore {

    private static final String COLUMNS = """
            number, about, department, complainant, text, contact, state, filed_at, due_on, accepted_at, reply, ended_at,
            handled_by
            """;

    private static final String IN_SCOPE =
            "(:everything or department = any (:departments) or department like any (:divisions))";

    private final JdbcClient jdbc;

    ComplaintStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Serials of one day are given one after the other. */
    int nextSerial(LocalDate day) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('feedback.complaint'), :day)")
                .param("day", (int) day.toEpochDay())
                .query(row -> {});
        return jdbc.sql("select coalesce(max(serial), 0) + 1 from feedback.complaint where filed_on = :day")
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void insert(Complaint complaint, LocalDate filedOn, int serial, UUID token) {
        jdbc.sql("""
                insert into feedback.complaint
                    (number, filed_on, serial, token, about, department, complainant, text, contact, state, filed_at, due_on)
                values
                    (:number, :filedOn, :serial, :token, :about, :department, :complainant, :text, :contact, :state, :filedAt,
                    :dueOn)
                """)
                .param("number", complaint.number().value())
                .param("filedOn", filedOn)
                .param("serial", serial)
                .param("token", token)
                .param(
                        "about",
                        complaint.about() == null ? null : complaint.about().value())
                .param("department", complaint.department().value())
                .param("complainant", complaint.complainant().value())
                .param("text", complaint.text())
                .param("contact", complaint.contact())
                .param("state", complaint.state().name())
                .param("filedAt", RatingStore.utc(complaint.filedAt()))
                .param("dueOn", complaint.dueOn())
                .update();
    }

    Optional<Complaint> findByToken(AccountId complainant, UUID token) {
        return jdbc.sql("select " + COLUMNS
                        + " from feedback.complaint where complainant = :complainant and token = :token")
                .param("complainant", complainant.value())
                .param("token", token)
                .query(ComplaintStore::toComplaint)
                .optional();
    }

    Optional<Complaint> find(ComplaintNumber number) {
        return jdbc.sql("select " + COLUMNS + " from feedback.complaint where number = :number")
                .param("number", number.value())
                .query(ComplaintStore::toComplaint)
                .optional();
    }

    Optional<Complaint> lock(ComplaintNumber number) {
        return jdbc.sql("select " + COLUMNS + " from feedback.complaint where number = :number for update")
                .param("number", number.value())
                .query(ComplaintStore::toComplaint)
                .optional();
    }

    List<Complaint> listOf(AccountId complainant) {
        return jdbc.sql("select " + COLUMNS
                        + " from feedback.complaint where complainant = :complainant order by filed_at desc limit 200")
                .param("complainant", complainant.value())
                .query(ComplaintStore::toComplaint)
                .list();
    }

    List<Complaint> list(boolean open, DataScope scope, int limit) {
        return jdbc.sql("select " + COLUMNS
                        + " from feedback.complaint where (state in ('FILED', 'ACCEPTED')) = :open and " + IN_SCOPE
                        + " order by due_on, filed_at desc limit :limit")
                .param("open", open)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .param("limit", limit)
                .query(ComplaintStore::toComplaint)
                .list();
    }

    long countOpen(DataScope scope) {
        return jdbc.sql("select count(*) from feedback.complaint where state in ('FILED', 'ACCEPTED') and " + IN_SCOPE)
                .param("everything", scope.everything())
                .param("departments", scope.departmentValues())
                .param("divisions", scope.divisionPatterns())
                .query(Long.class)
                .single();
    }

    /** Filed in a span of time, or still open. */
    List<Complaint> filed(Instant from, Instant before) {
        return jdbc.sql("select " + COLUMNS + """
                 from feedback.complaint
                where filed_at < :before and (filed_at >= :from or state in ('FILED', 'ACCEPTED'))
                order by filed_at, number
                """)
                .param("from", RatingStore.utc(from))
                .param("before", RatingStore.utc(before))
                .query(ComplaintStore::toComplaint)
                .list();
    }

    void update(Complaint complaint) {
        jdbc.sql("""
                update feedback.complaint
                set state = :state, due_on = :dueOn, accepted_at = :acceptedAt, reply = :reply, ended_at = :endedAt,
                    handled_by = :handledBy
                where number = :number
                """)
                .param("number", complaint.number().value())
                .param("state", complaint.state().name())
                .param("dueOn", complaint.dueOn())
                .param("acceptedAt", utcOrNull(complaint.acceptedAt()))
                .param("reply", complaint.reply())
                .param("endedAt", utcOrNull(complaint.endedAt()))
                .param("handledBy", complaint.handledBy())
                .update();
    }

    private static @Nullable OffsetDateTime utcOrNull(@Nullable Instant at) {
        return at == null ? null : RatingStore.utc(at);
    }

    private static Complaint toComplaint(ResultSet row, int number) throws SQLException {
        var about = row.getString("about");
        return new Complaint(
                new ComplaintNumber(row.getString("number")),
                about == null ? null : new CaseNumber(about),
                new DepartmentId(row.getString("department")),
                new AccountId(row.getLong("complainant")),
                row.getString("text"),
                row.getString("contact"),
                ComplaintState.valueOf(row.getString("state")),
                row.getObject("filed_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_on", LocalDate.class),
                RatingStore.instant(row, "accepted_at"),
                row.getString("reply"),
                RatingStore.instant(row, "ended_at"),
                row.getString("handled_by"));
    }
}
