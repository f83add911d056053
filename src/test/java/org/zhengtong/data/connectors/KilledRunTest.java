package org.zhengtong.data.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.testing.RoomDatabase;

/** A program is killed in the middle of a run; started again, the run goes on and the register has exactly the source's rows. */
class KilledRunTest {

    private static final int ROWS = 60_000;
    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    private Path folder;

    @Test
    void after_a_kill_the_same_run_goes_on_without_loss_and_without_doubles() throws Exception {
        var database = RoomDatabase.with("registers", "connectors");
        var theirs = RoomDatabase.with();
        JdbcClient.create(theirs).sql("""
                create table person as
                select id, number, '人' || id as name, id % 7 as version
                from unnest(:numbers) with ordinality n (number, id)
                """).param("numbers", numbers()).update();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                RunningProgram.class.getName(),
                RoomDatabase.urlOf(database),
                RoomDatabase.urlOf(theirs),
                RoomDatabase.username(),
                RoomDatabase.password(),
                folder.toString()));
        killed(command);
        var jdbc = JdbcClient.create(database);
        assertThat(jdbc.sql("select count(*) from registers.people__current")
                        .query(Integer.class)
                        .single())
                .isEqualTo(50_000);

        var again = started(command);
        again.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        assertThat(again.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(again.exitValue()).isZero();
        assertThat(jdbc.sql("""
                select count(*) = 1 and sum(read) = :rows and sum(written) = :rows and bool_and(state = 'DONE')
                from connectors.run
                """).param("rows", ROWS).query(Boolean.class).single())
                .isTrue();
        assertThat(jdbc.sql("select count(*) from registers.people__current")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS);
        assertThat(jdbc.sql("select digest_in = digest_stored from registers.load")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    private static String[] numbers() {
        return IntStream.range(0, ROWS)
                .mapToObj(n -> CitizenNumber.completing(
                                "370102%d%02d01%03d".formatted(1900 + n / 1000, n % 12 + 1, n % 1000))
                        .value())
                .toArray(String[]::new);
    }

    private static Process started(List<String> command) throws Exception {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Killed at the first chunk that is in the register. */
    private static void killed(List<String> command) throws Exception {
        var program = started(command);
        try (var lines = program.inputReader()) {
            for (var line = lines.readLine(); line != null && !line.startsWith("CHUNK"); line = lines.readLine()) {
                // its log
            }
            program.destroyForcibly().waitFor();
        }
    }
}
