package org.zhengtong.data.sharing.internal.request;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.catalog.ResourceCode;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Requests.Event;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.SharingRequest.Answer;
import org.zhengtong.data.sharing.SharingRequest.AnswerClock;
import org.zhengtong.data.sharing.SharingRequest.Author;
import org.zhengtong.data.sharing.SharingRequest.Parties;
import org.zhengtong.data.sharing.SharingRequest.State;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.internal.SharingJson;

/** Requests in {@code sharing.request} and what happened to them. */
@Component
public class RequestStore {

    static final String COLUMNS = """
        id, number, resource, resource_name, register, provider, consumer, state, revision, wish, sent_at, due_on,
        due_basis, extended, answer, answered_by, answered_at, created_by, created_by_name, created_at
        """;

    private final JdbcClient jdbc;

    RequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    GrantNumber nextNumber(int year) {
        var serial = jdbc.sql("select nextval('sharing.request_serial')")
                .query(Long.class)
                .single();
        return new GrantNumber("GX%04d-%06d".formatted(year, serial));
    }

    long add(SharingRequest request) {
        return jdbc.sql("""
            insert into sharing.request
              (number, resource, resource_name, register, provider, consumer, state, wish, created_by, created_by_name,
               created_at)
            values (:number, :resource, :name, :register, :provider, :consumer, 'DRAFT', cast(:wish as jsonb), :by,
                    :byName, :at)
            returning id
            """)
                .param("number", request.number().value())
                .param("resource", request.resource().value())
                .param("name", request.resourceName())
                .param("register", request.subject().value())
                .param("provider", request.provider().value())
                .param("consumer", request.consumer().value())
                .param("wish", SharingJson.write(request.wish()))
                .param("by", request.author().account().value())
                .param("byName", request.author().name())
                .param("at", utc(request.author().at()))
                .query(Long.class)
                .single();
    }

    void saveWish(long id, org.zhengtong.data.sharing.Wish wish) {
        jdbc.sql("""
            update sharing.request
            set wish = cast(:wish as jsonb), revision = revision + 1
            where id = :id
            """).param("id", id).param("wish", SharingJson.write(wish)).update();
    }

    void setState(long id, State state) {
        jdbc.sql("""
            update sharing.request
            set state = :state, revision = revision + 1
            where id = :id
            """).param("id", id).param("state", state.name()).update();
    }

    void startClock(long id, State state, Instant at, TimeRules.Due due) {
        jdbc.sql("""
            update sharing.request
            set state = :state, sent_at = :at, due_on = :due, due_basis = :basis, extended = false,
                revision = revision + 1
            where id = :id
            """)
                .param("id", id)
                .param("state", state.name())
                .param("at", utc(at))
                .param("due", due.on())
                .param("basis", due.basis())
                .update();
    }

    void extend(long id, TimeRules.Due due) {
        jdbc.sql("""
            update sharing.request
            set due_on = :due, due_basis = :basis, extended = true, revision = revision + 1
            where id = :id
            """)
                .param("id", id)
                .param("due", due.on())
                .param("basis", due.basis())
                .update();
    }

    void answer(long id, State state, Answer answer) {
        jdbc.sql("""
            update sharing.request
            set state = :state, answer = :words, answered_by = :by, answered_at = :at, revision = revision + 1
            where id = :id
            """)
                .param("id", id)
                .param("state", state.name())
                .param("words", answer.words())
                .param("by", answer.by())
                .param("at", utc(answer.at()))
                .update();
    }

    Optional<SharingRequest> find(long id) {
        return find(id, "");
    }

    Optional<SharingRequest> lock(long id) {
        return find(id, " for update");
    }

    private Optional<SharingRequest> find(long id, String ending) {
        return jdbc.sql("select " + COLUMNS + " from sharing.request where id = :id" + ending)
                .param("id", id)
                .query(RequestStore::toRequest)
                .optional();
    }

    void addEvent(long request, Event event) {
        jdbc.sql("""
            insert into sharing.request_event (request_id, kind, by_name, department, note, at)
            values (:request, :kind, :by, :department, :note, :at)
            """)
                .param("request", request)
                .param("kind", event.kind())
                .param("by", event.by())
                .param("department", event.department())
                .param("note", event.note())
                .param("at", utc(event.at()))
                .update();
    }

    List<Event> events(long request) {
        return jdbc.sql("""
            select kind, by_name, department, note, at
            from sharing.request_event
            where request_id = :request
            order by id
            """)
                .param("request", request)
                .query((row, _) -> new Event(
                        row.getString("kind"),
                        row.getString("by_name"),
                        row.getString("department"),
                        row.getString("note"),
                        instant(row, "at")))
                .list();
    }

    static SharingRequest toRequest(ResultSet row, int number) throws SQLException {
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        var answered = row.getObject("answered_at", OffsetDateTime.class);
        return new SharingRequest(
                row.getLong("id"),
                new GrantNumber(row.getString("number")),
                new ResourceCode(row.getString("resource")),
                row.getString("resource_name"),
                new Subject(row.getString("register")),
                new Parties(new DepartmentId(row.getString("provider")), new DepartmentId(row.getString("consumer"))),
                State.valueOf(row.getString("state")),
                row.getInt("revision"),
                SharingJson.wish(row.getString("wish")),
                sent == null
                        ? null
                        : new AnswerClock(
                                sent.toInstant(),
                                row.getObject("due_on", LocalDate.class),
                                row.getString("due_basis"),
                                row.getBoolean("extended")),
                answered == null
                        ? null
                        : new Answer(row.getString("answer"), row.getString("answered_by"), answered.toInstant()),
                new Author(
                        new AccountId(row.getLong("created_by")),
                        row.getString("created_by_name"),
                        instant(row, "created_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
