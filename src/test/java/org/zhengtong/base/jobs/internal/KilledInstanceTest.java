package org.zhengtong.base.jobs.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkId;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.jobs.WorkState;
import org.zhengtong.testing.RoomDatabase;

/** Two instances on one database: what one was doing when it was killed, the other takes over from what was stored. */
class KilledInstanceTest {

    private final DriverManagerDataSource database = (DriverManagerDataSource) RoomDatabase.with("jobs");
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final WorkStore works = new WorkStore(jdbc);

    @Test
    void another_instance_goes_on_and_repeats_at_most_the_step_that_was_being_done() throws Exception {
        jdbc.sql("create table public.counted (step bigint, counted_by text)").update();
        var survivor = CountingProgram.instance(database, "survivor");
        var id = works.insert(
                new WorkRequest(CountingProgram.KIND, JobNote.of("jobs.title"), "", null),
                Clock.systemUTC().instant());
        survivor.schedule(id);

        var killed = start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> counted() >= 20);
        } finally {
            killed.destroyForcibly().waitFor();
        }
        assertThat(counted()).isBetween(20L, CountingProgram.TOTAL - 1L);
        survivor.start();
        try {
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(id) == WorkState.DONE);
        } finally {
            survivor.stop();
        }

        assertThat(jdbc.sql("select count(distinct step) from public.counted")
                        .query(Long.class)
                        .single())
                .as("nothing is lost")
                .isEqualTo(CountingProgram.TOTAL);
        assertThat(counted()).as("at most one step twice").isBetween(100L, 101L);
        assertThat(jdbc.sql("select distinct counted_by from public.counted")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrderElementsOf(List.of("killed", "survivor"));
    }

    private long counted() {
        return jdbc.sql("select count(*) from public.counted").query(Long.class).single();
    }

    private WorkState state(WorkId id) {
        return works.find(id).orElseThrow().state();
    }

    private Process start() throws java.io.IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CountingProgram.class.getName(),
                        database.getUrl(),
                        database.getUsername(),
                        database.getPassword())
                .redirectErrorStream(true)
                .redirectOutput(new File("target/killed-instance.txt"))
                .start();
    }
}
