package org.zhengtong.base.files.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.files.FileProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.testing.GivenSettings;

/** A full disk refuses a file and keeps nothing of it. */
class FullDiskTest {
    @TempDir
    private Path folder;

    private static void isRefused(ContentFolder disk, int bytes) throws IOException {
        assertThatThrownBy(() -> disk.receive(new ByteArrayInputStream(new byte[bytes]), 100_000_000))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        failure -> assertThat(failure.problem()).isEqualTo(FileProblem.DISK_FULL));
        try (var left = Files.list(disk.incoming())) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void refuses_while_there_is_still_room_for_the_database() throws IOException {
        isRefused(
                new ContentFolder(folder, new DiskSpace(new GivenSettings().with(UploadSettings.RESERVE, "1000TB"))),
                10);
    }

    @Test
    void refuses_and_cleans_up_when_the_disk_fills_while_the_file_arrives() throws Exception {
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", folder.toString())
                .redirectErrorStream(true)
                .start()
                .waitFor();
        assumeTrue(mounted == 0, "A disk of one megabyte cannot be made here, so the case was not tried");
        try {
            isRefused(
                    new ContentFolder(folder, new DiskSpace(new GivenSettings().with(UploadSettings.RESERVE, "0B"))),
                    5_000_000);
        } finally {
            new ProcessBuilder("umount", folder.toString()).start().waitFor();
        }
    }
}
