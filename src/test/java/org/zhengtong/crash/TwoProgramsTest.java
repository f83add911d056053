package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.zhengtong.base.database.PostgresServer;

/** Two programs share one database and one folder of files and keys; one is killed during work, the other goes on. */
@EnabledOnOs(OS.LINUX)
class TwoProgramsTest {

    private static final int START_SECONDS = 180;
    private static final int WORK_SECONDS = 60;

    private Path folder;
    private PostgresServer server;

    @BeforeEach
    void startServer() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "two-");
        server = PostgresServer.startForTests(folder.resolve("server"));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void what_either_acknowledged_is_there_once_after_one_was_killed_during_work() throws Exception {
        var firsts = folder.resolve("first.txt");
        var seconds = folder.resolve("second.txt");
        try (var first = start("stream", firsts)) {
            awaitStreaming(first);
            try (var second = start("join", seconds)) {
                awaitStreaming(second);
                awaitMoreThan(0, seconds);
                first.kill();
                awaitMoreThan(Acknowledgements.read(seconds).size(), seconds);

                assertThat(second.said()).noneMatch(line -> line.startsWith("FAULT"));
                second.kill();
            }
        }

        var all = folder.resolve("all.txt");
        Files.writeString(all, whole(firsts) + whole(seconds));
        try (var last = start("finish", all)) {
            assertThat(last.await(line -> line.startsWith("DELIVERED"), START_SECONDS))
                    .describedAs("%s", last.said())
                    .isPresent();
            assertThat(last.said().stream().filter(line -> line.startsWith("BROKEN")))
                    .isEmpty();
            assertThat(last.awaitEnd(60)).isZero();
        }
        assertThat(Acknowledgements.read(seconds)).isNotEmpty();
    }

    private static String whole(Path acknowledgements) throws IOException {
        var text = Files.readString(acknowledgements);
        return text.substring(0, text.lastIndexOf('\n') + 1);
    }

    private static void awaitMoreThan(int before, Path acknowledgements) throws Exception {
        var until = System.nanoTime() + Duration.ofSeconds(WORK_SECONDS).toNanos();
        while (Acknowledgements.read(acknowledgements).size() <= before && System.nanoTime() < until) {
            Thread.sleep(Duration.ofMillis(100));
        }
        assertThat(Acknowledgements.read(acknowledgements)).hasSizeGreaterThan(before);
    }

    private void awaitStreaming(ProgramProcess program) throws InterruptedException {
        assertThat(program.await(line -> line.equals("STREAMING"), START_SECONDS))
                .describedAs("%s", program.said())
                .isPresent();
    }

    private ProgramProcess start(String mode, Path acknowledged) throws IOException {
        return ProgramProcess.start(
                StreamProgram.class,
                folder.resolve("shared").toString(),
                acknowledged.toString(),
                mode,
                "--zhengtong.database.url=" + server.jdbcUrl(),
                "--zhengtong.database.username=" + server.username(),
                "--zhengtong.database.password=" + server.password(),
                "--zhengtong.jobs.heartbeat=1s");
    }
}
