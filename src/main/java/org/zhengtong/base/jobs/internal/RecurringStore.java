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
        jdbc.sql("""
                insert into jobs.recurring_run (name, started_at, took_millis, failed, note_key, note_args)
                values (:name, :startedAt, :took, :failed, :key, :args)
                on conflict (name) do update
                set started_at = excluded.started_at, took_millis = excluded.took_millis, failed = excluded.failed,
                    note_key = excluded.note_key, note_args = excluded.note_args
                """)
                .param("name", name)
                .param("startedAt", WorkStore.utc(run.startedAt()))
                .param("took", run.took().toMillis())
                .param("failed", run.failed())
                .param("key", run.note().key())
                .param("args", WorkStore.array(run.note()))
                .update();
    }

    Optional<LastRun> find(String name) {
        return jdbc.sql("""
                select started_at, took_millis, failed, note_key, note_args
                from jobs.recurring_run
                where name = :name
                """).param("name", name).query(RecurringStore::toRun).optional();
    }

    private static LastRun toRun(ResultSet row, int number) throws SQLException {
        return new LastRun(
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                Duration.ofMillis(row.getLong("took_millis")),
                row.getBoolean("failed"),
                new JobNote(row.getString("note_key"), WorkStore.texts(row, "note_args")));
    }
}
