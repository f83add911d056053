package org.zhengtong.base.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.GivenSettings;
import org.zhengtong.testing.RoomDatabase;

/** Finished work goes when its term of keeping is over; failed work waits for somebody. */
class WorkUpkeepTest {

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-06-30T00:00:00Z"), ZoneOffset.UTC);

    private final JdbcClient jdbc = JdbcClient.create(RoomDatabase.with("jobs"));
    private final WorkUpkeepJob job = new WorkUpkeepJob(
            new WorkUpkeepStore(jdbc), new GivenSettings().with(KeepingSettings.KEEP_DAYS, "30"), TODAY);

    private void works(int count, String state, String ended) {
        jdbc.sql("""
                insert into jobs.long_work (kind, title_key, title_args, input, state, created_at, ended_at)
                select 'x', 'x', '{}', '', :state, '2026-01-01', cast(:ended as timestamptz)
                from generate_series(1, :count)
                """)
                .param("count", count)
                .param("state", state)
                .param("ended", ended)
                .update();
    }

    private void failure(String job, String at) {
        jdbc.sql("""
                insert into jobs.failure (job, reference, words_key, words_args, stack, failed_at)
                values (:job, 'E-1', 'x', '{}', '', cast(:at as timestamptz))
                """).param("job", job).param("at", at).update();
    }

    @Test
    void finished_work_and_old_failures_go_in_batches_and_the_job_says_how_many() {
        works(WorkUpkeepJob.BATCH + 1, "DONE", "2026-01-02");
        works(1, "CANCELED", "2026-01-02");
        works(1, "FAILED", "2026-01-02");
        works(1, "DONE", "2026-06-20");
        works(1, "RUNNING", null);
        failure("a.job", "2026-01-02");
        failure("a.job", "2026-06-20");

        var note = job.run();

        assertThat(note.args()).containsExactly(String.valueOf(WorkUpkeepJob.BATCH + 2), "1", "30");
        assertThat(jdbc.sql("select count(*) from jobs.long_work")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
        assertThat(jdbc.sql("select count(*) from jobs.failure")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
