package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/**
 * The program is killed at random moments of a stream of applications and decisions, its database server sometimes with it.
 * More kills: {@code -Dzhengtong.kills=30}.
 */
@EnabledOnOs(OS.LINUX)
class KilledProgramTest {

    private static final int KILLS = Integer.getInteger("zhengtong.kills", 2);
    private static final int START_SECONDS = 180;

    private Path folder;
    private Path acknowledgements;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "killed-");
        acknowledgements = folder.resolve("acknowledged.txt");
    }

    @AfterEach
    void endServer() {
        ProgramProcess.postmaster(folder).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void after_any_kill_every_acknowledged_action_is_there_once_and_none_half() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var begun = Instant.now();

        for (var kill = 1; kill <= KILLS; kill++) {
            try (var program = start("stream")) {
                assertChecked(program, seed);
                assertThat(program.await(line -> line.equals("STREAMING"), 30))
                        .describedAs("seed %d: %s", seed, program.said())
                        .isPresent();
                Thread.sleep(Duration.ofMillis(200 + random.nextInt(2_800)));
                assertThat(program.said()).describedAs("seed %d", seed).noneMatch(line -> line.startsWith("FAULT"));
                kill(program, random.nextInt(4));
            }
        }
        try (var program = start("finish")) {
            assertChecked(program, seed);
            assertChecked(program, seed);
            assertThat(program.await(line -> line.startsWith("DELIVERED"), 30)).isPresent();
            assertThat(program.awaitEnd(60)).isZero();
            var seconds = Duration.between(begun, Instant.now()).toSeconds();
            System.out.printf(
                    "%d kills, %d acknowledged actions, %s licences, %d s%n",
                    KILLS,
                    Acknowledgements.read(acknowledgements).size(),
                    program.said().stream()
                            .filter(line -> line.startsWith("DELIVERED"))
                            .findFirst()
                            .orElse("no"),
                    seconds);
        }
    }

    private ProgramProcess start(String mode) throws IOException {
        return ProgramProcess.start(StreamProgram.class, folder.toString(), acknowledgements.toString(), mode);
    }

    private void assertChecked(ProgramProcess program, long seed) throws Exception {
        var checked = program.await(line -> line.startsWith("CHECKED"), START_SECONDS);
        assertThat(checked).describedAs("seed %d: %s", seed, program.said()).isPresent();
        assertThat(program.said())
                .describedAs("seed %d, folder %s", seed, folder)
                .noneMatch(line -> line.startsWith("BROKEN"));
    }

    /** Mostly the program alone, so that its server is orphaned; also both, in either order. */
    private void kill(ProgramProcess program, int how) throws InterruptedException {
        var server = ProgramProcess.postmaster(folder);
        assertThat(server).isPresent();
        if (how == 0) {
            server.get().destroyForcibly();
        }
        program.kill();
        if (how == 1) {
            server.get().destroyForcibly();
        }
    }
}
