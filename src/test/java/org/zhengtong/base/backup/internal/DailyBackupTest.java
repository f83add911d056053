package org.zhengtong.base.backup.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.testing.RoomDatabase;

/** The backup of each night. */
class DailyBackupTest {

    private static final Instant NIGHT = Instant.parse("2026-03-02T18:30:00Z");

    @TempDir
    Path work;

    private final DataSource database = RoomDatabase.withHistories("workdays");

    private DailyBackupJob job(BackupSettings settings, Instant now) {
        return new DailyBackupJob(
                database, work.resolve("node"), settings, Clock.fixed(now, ZoneId.of("Asia/Shanghai")));
    }

    @Test
    void keeps_the_newest_and_leaves_other_files_alone() throws IOException {
        var settings = new BackupSettings(work.resolve("backups"), 2);
        Files.createDirectories(work.resolve("backups"));
        Files.writeString(work.resolve("backups/notes.zip"), "mine");
        var notes = new ArrayList<String>();
        for (var night = 0; night < 3; night++) {
            notes.add(job(settings, NIGHT.plus(Duration.ofDays(night)))
                    .run()
                    .args()
                    .getLast());
        }

        assertThat(job(settings, NIGHT).kept())
                .extracting(kept -> kept.file().getFileName().toString())
                .containsExactly("zhengtong-20260305-023000.zip", "zhengtong-20260304-023000.zip");
        assertThat(notes).containsExactly("0", "0", "1");
        assertThat(work.resolve("backups/notes.zip")).hasContent("mine");
    }

    @Test
    void without_a_folder_says_so() {
        assertThat(job(new BackupSettings(null, 2), NIGHT).run().key()).isEqualTo("backup.daily.no_folder");
    }
}
