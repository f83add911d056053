package org.zhengtong.data.registers.internal.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.testing.RoomDatabase;

/** A program that loads is killed at random moments; started again, the register has exactly the source's rows. */
class KilledLoadTest {

    private static final int KILLS = Integer.getInteger("zhengtong.kills", 3);
    private static final int ROWS = 12_000;
    private static final int PATIENCE_SECONDS = 300;

    @Test
    void after_any_kill_the_load_goes_on_to_exactly_the_rows_of_the_source() throws Exception {
        var database = RoomDatabase.with("registers");
        var jdbc = JdbcClient.create(database);
        LoadingProgram.makeSource(jdbc, ROWS);
        var random = new Random();
        for (var kill = 0; kill < KILLS; kill++) {
            try (var program = Program.start(RoomDatabase.urlOf(database))) {
                program.awaitChunk();
                TimeUnit.MILLISECONDS.sleep(random.nextInt(400));
                program.kill();
            }
            assertThat(jdbc.sql("select count(*) from registers.load_chunk where read <> written + unchanged +"
                                    + " set_aside")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
        try (var program = Program.start(RoomDatabase.urlOf(database))) {
            assertThat(program.end()).isZero();
        }
        assertThat(jdbc.sql("select count(*) from source.people")
                        .query(Integer.class)
                        .single())
                .isEqualTo(ROWS);
        assertThat(jdbc.sql("""
            select count(*)
            from source.people s
            full join registers.people__current c on c.number = s.number and c.name = s.name
            where s.number is null or c.number is null
            """).query(Long.class).single()).isZero();
        assertThat(jdbc.sql("select digest_in = digest_stored and state = 'DONE' from registers.load")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    /** The loading program. */
    private record Program(Process process) implements AutoCloseable {

        static Program start(String url) throws Exception {
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx400m",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    LoadingProgram.class.getName(),
                    url,
                    RoomDatabase.username(),
                    RoomDatabase.password()));
            return new Program(new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }

        void awaitChunk() throws Exception {
            var lines = process.inputReader();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("CHUNK") || line.startsWith("DONE")) {
                    return;
                }
            }
            throw new IllegalStateException("The program ended without a chunk");
        }

        void kill() throws InterruptedException {
            process.destroyForcibly().waitFor();
        }

        int end() throws Exception {
            process.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? process.exitValue() : -1;
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
