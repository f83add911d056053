package org.zhengtong.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.zhengtong.app.node.Launcher;

/** A program at work is backed up by one command, its folder wiped, and restored by another. */
@EnabledOnOs(OS.LINUX)
class BackedUpProgramTest {

    private static final int START_SECONDS = 180;

    private Path folder;
    private Path data;
    private Path acknowledgements;
    private Path archive;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "platforms")), "backed-up-");
        data = folder.resolve("data");
        acknowledgements = folder.resolve("acknowledged.txt");
        archive = folder.resolve("node.zip");
    }

    @AfterEach
    void endServer() {
        ProgramProcess.postmaster(data).ifPresent(ProcessHandle::destroy);
    }

    @Test
    void what_was_acknowledged_before_the_backup_is_there_after_wiping_and_restoring_and_the_log_proves_it()
            throws Exception {
        var before = folder.resolve("before.txt");
        try (var program = start("stream", acknowledgements)) {
            assertThat(program.await(line -> line.equals("STREAMING"), START_SECONDS))
                    .describedAs("%s", program.said())
                    .isPresent();
            Thread.sleep(Duration.ofMillis(1_500));
            Files.copy(acknowledgements, before);

            command("backup");

            program.kill();
        }
        ProgramProcess.postmaster(data).ifPresent(ProcessHandle::destroyForcibly);
        Files.move(data, folder.resolve("wiped"));

        command("check-backup");
        command("restore");

        try (var program = start("finish", before)) {
            assertThat(program.await(line -> line.startsWith("DELIVERED"), START_SECONDS))
                    .describedAs("%s", program.said())
                    .isPresent();
            assertThat(program.said()).noneMatch(line -> line.startsWith("BROKEN"));
            assertThat(program.awaitEnd(60)).isZero();
        }
        assertThat(Acknowledgements.read(before)).isNotEmpty();
    }

    private ProgramProcess start(String mode, Path acknowledged) throws IOException {
        return ProgramProcess.start(StreamProgram.class, data.toString(), acknowledged.toString(), mode);
    }

    private void command(String word) throws Exception {
        var begun = Instant.now();
        try (var command =
                ProgramProcess.start(Launcher.class, word, archive.toString(), "--zhengtong.data-dir=" + data)) {
            assertThat(command.awaitEnd((int) TimeUnit.MINUTES.toSeconds(2)))
                    .describedAs("%s: %s", word, command.said())
                    .isZero();
            System.out.printf(
                    "%s: %d ms, archive of %d kB%n%s%n",
                    word, Duration.between(begun, Instant.now()).toMillis(), Files.size(archive) >> 10, command.said());
        }
    }
}
