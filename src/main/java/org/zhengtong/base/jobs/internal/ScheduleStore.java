package org.zhengtong.base.jobs.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobSchedule;

/** What administrators chose for recurring jobs, in {@code jobs.schedule_choice}. */
@Component
class ScheduleStore {

    /** What was chosen, and how often in a row the job failed until now. */
    record Choice(@Nullable JobSchedule schedule, boolean paused, int failuresInARow) {}

    private static final Choice NONE = new Choice(null, false, 0);

    private final JdbcClient jdbc;

    ScheduleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Choice find(String name) {
        return jdbc.sql("""
                select c.schedule, coalesce(c.paused, false) as paused, coalesce(r.failures_in_a_row, 0) as failures
                from (select cast(:name as text) as name) n
                left join jobs.schedule_choice c on c.name = n.name
                left join jobs.recurring_run r on r.name = n.name
                """)
                .param("name", name)
                .query(ScheduleStore::toChoice)
                .optional()
                .orElse(NONE);
    }

    /** A line that this version of the program cannot read counts as not chosen. */
    private static Choice toChoice(ResultSet row, int number) throws SQLException {
        var line = row.getString("schedule");
        return new Choice(
                line == null ? null : JobSchedule.parse(line).orElse(null),
                row.getBoolean("paused"),
                row.getInt("failures"));
    }

    void save(String name, Choice choice, String by, Instant at) {
        var schedule = choice.schedule();
        jdbc.sql("""
                insert into jobs.schedule_choice (name, schedule, paused, chosen_by, chosen_at)
                values (:name, :schedule, :paused, :by, :at)
                on conflict (name) do update
                set schedule = excluded.schedule, paused = excluded.paused, chosen_by = excluded.chosen_by,
                    chosen_at = excluded.chosen_at
                """)
                .param("name", name)
                .param("schedule", schedule == null ? null : schedule.written())
                .param("paused", choice.paused())
                .param("by", by)
                .param("at", WorkStore.utc(at))
                .update();
    }
}
