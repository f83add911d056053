package org.zhengtong.base.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.base.jobs.WorkStatus;

/** Long work and its progress in {@code jobs.long_work}. */
@Component
class WorkStore {

    static final String COLUMNS = """
            id, kind, title_key, title_args, state, total, done, set_aside, message_key, message_args,
            cancel_asked, attempts, started_by, created_at, started_at, ended_at
            """;

    private final JdbcClient jdbc;

    WorkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    WorkId insert(WorkRequest request, Instant at) {
        return jdbc.sql("""
                insert into jobs.long_work (kind, title_key, title_args, input, state, started_by, created_at)
                values (:kind, :titleKey, :titleArgs, :input, 'WAITING', :startedBy, :at)
                returning id
                """)
                .param("kind", request.kind())
                .param("titleKey", request.title().key())
                .param("titleArgs", array(request.title()))
                .param("input", request.input())
                .param("startedBy", request.startedBy())
                .param("at", utc(at))
                .query((row, number) -> new WorkId(row.getLong("id")))
                .single();
    }

    Optional<WorkStatus> find(WorkId id) {
        return jdbc.sql("select " + COLUMNS + " from jobs.long_work where id = :id")
                .param("id", id.value())
                .query(WorkStore::toStatus)
                .optional();
    }

    String requireInput(WorkId id) {
        return jdbc.sql("select input from jobs.long_work where id = :id")
                .param("id", id.value())
                .query(String.class)
                .single();
    }

    /** Says how often the work has been begun by now. */
    int markRunning(WorkId id, Instant at) {
        return jdbc.sql("""
                update jobs.long_work
                set state = 'RUNNING', started_at = coalesce(started_at, :at), attempts = attempts + 1
                where id = :id
                returning attempts
                """)
                .param("id", id.value())
                .param("at", utc(at))
                .query(Integer.class)
                .single();
    }

    void markWaitingAgain(WorkId id, JobNote note) {
        jdbc.sql("""
                update jobs.long_work
                set state = 'WAITING', message_key = :key, message_args = :args
                where id = :id
                """)
                .param("id", id.value())
                .param("key", note.key())
                .param("args", array(note))
                .update();
    }

    /** Back to the waiting ones, with what was done until then. */
    boolean reopen(WorkId id) {
        return jdbc.sql("""
                update jobs.long_work
                set state = 'WAITING', attempts = 0, cancel_asked = false, message_key = null, message_args = null,
                    started_at = null, ended_at = null
                where id = :id and state in ('FAILED', 'CANCELED')
                """).param("id", id.value()).update() > 0;
    }

    void markEnded(WorkId id, WorkState state, JobNote note, Instant at) {
        jdbc.sql("""
                update jobs.long_work
                set state = :state, message_key = :key, message_args = :args, ended_at = :at
                where id = :id
                """)
                .param("id", id.value())
                .param("state", state.name())
                .param("key", note.key())
                .param("args", array(note))
                .param("at", utc(at))
                .update();
    }

    void expect(WorkId id, long total) {
        jdbc.sql("update jobs.long_work set total = :total where id = :id")
                .param("id", id.value())
                .param("total", total)
                .update();
    }

    void advance(WorkId id, long done, long setAside) {
        jdbc.sql("""
                update jobs.long_work
                set done = done + :done, set_aside = set_aside + :setAside
                where id = :id
                """)
                .param("id", id.value())
                .param("done", done)
                .param("setAside", setAside)
                .update();
    }

    void say(WorkId id, JobNote message) {
        jdbc.sql("update jobs.long_work set message_key = :key, message_args = :args where id = :id")
                .param("id", id.value())
                .param("key", message.key())
                .param("args", array(message))
                .update();
    }

    /** Waiting work ends at once, running work is asked to stop. */
    boolean askToCancel(WorkId id, Instant at) {
        return jdbc.sql("""
                update jobs.long_work
                set cancel_asked = true,
                    ended_at = case when state = 'WAITING' then cast(:at as timestamptz) end,
                    state = case when state = 'WAITING' then 'CANCELED' else state end
                where id = :id and state in ('WAITING', 'RUNNING')
                """).param("id", id.value()).param("at", utc(at)).update() > 0;
    }

    boolean cancelAsked(WorkId id) {
        return jdbc.sql("select cancel_asked from jobs.long_work where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }

    static WorkStatus toStatus(ResultSet row, int number) throws SQLException {
        return new WorkStatus(
                new WorkId(row.getLong("id")),
                row.getString("kind"),
                new JobNote(row.getString("title_key"), texts(row, "title_args")),
                WorkState.valueOf(row.getString("state")),
                row.getLong("total"),
                row.getLong("done"),
                row.getLong("set_aside"),
                row.getString("message_key") == null
                        ? null
                        : new JobNote(row.getString("message_key"), texts(row, "message_args")),
                row.getBoolean("cancel_asked"),
                row.getInt("attempts"),
                row.getString("started_by"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    static String[] array(JobNote note) {
        return note.args().toArray(String[]::new);
    }

    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
