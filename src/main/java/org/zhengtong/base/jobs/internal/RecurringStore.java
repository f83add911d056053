package org.zhengtong.base.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.RecurringStatus.LastRun;

/** What came of recurring jobs last, in {@code jobs.recurring_run}. */
@Component
class RecurringStore {

    private final JdbcClient jdbc;

    RecurringStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(String name, LastRun run) {
        save(name, run, "excluded.failures_in_a_row");
    }

    /** One more failure in a row. */
    void saveFailure(String name, LastRun run) {
        save(name, run, "recurring_run.failures_in_a_row + 1");
    }

    private void save(String name, LastRun run, String failures) {
        jdbc.sql("""
                insert into jobs.recurring_run
                    (name, started_at, took_millis, failed, failures_in_a_row, note_key, note_args)
                values (:name, :startedAt, :took, :failed, :failures, :key, :args)
                on conflict (name) do update
                set started_at = excluded.started_at, took_millis = excluded.took_millis, failed = excluded.failed,
                    note_key = excluded.note_key, note_args = excluded.note_args, failures_in_a_row =
                """ + failures)
                .param("name", name)
                .param("startedAt", WorkStore.utc(run.startedAt()))
                .param("took", run.took().toMillis())
                .param("failed", run.failed())
                .param("failures", run.failuresInARow())
                .param("key", run.note().key())
                .param("args", WorkStore.array(run.note()))
                .update();
    }

    Optional<LastRun> find(String name) {
        return jdbc.sql("""
                select started_at, took_millis, failures_in_a_row, note_key, note_args
                from jobs.recurring_run
                where name = :name
                """).param("name", name).query(RecurringStore::toRun).optional();
    }

    private static LastRun toRun(ResultSet row, int number) throws SQLException {
        return new LastRun(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getInt("failures_in_a_row"),
                new JobNote(row.getString("note_key"), WorkStore.texts(row, "note_args")));
    }
}
