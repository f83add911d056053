package org.zhengtong.base.backup.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import org.zhengtong.base.backup.Backups;
import org.zhengtong.base.backup.DailyBackups;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.JobSchedule;
import org.zhengtong.base.jobs.RecurringJob;

/** Each night one backup, checked after it was written; the oldest beyond the number to keep go. */
@Component
@EnableConfigurationProperties(BackupSettings.class)
class DailyBackupJob implements RecurringJob, DailyBackups {

    private static final Pattern OURS = Pattern.compile("zhengtong-[0-9]{8}-[0-9]{6}\\.zip");
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'zhengtong-'uuuuMMdd-HHmmss'.zip'", Locale.ROOT);

    private final DataSource database;
    private final Path data;
    private final BackupSettings settings;
    private final Clock clock;

    DailyBackupJob(
            DataSource database, @Value("${zhengtong.data-dir:var}") Path data, BackupSettings settings, Clock clock) {
        this.database = database;
        this.data = data.toAbsolutePath();
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "backup.daily";
    }

    @Override
    public JobSchedule schedule() {
        return JobSchedule.daily(LocalTime.of(2, 30));
    }

    @Override
    public JobNote run() {
        var folder = settings.folder();
        if (folder == null) {
            return JobNote.of("backup.daily.no_folder");
        }
        var file = folder.resolve(NAME.format(LocalDateTime.now(clock)));
        var made = Backups.make(database, data, file, clock);
        Backups.check(file);
        var removed = removeOldest();
        return JobNote.of("backup.daily.made", file.getFileName(), made.rows(), megabytes(file), removed);
    }

    private static long megabytes(Path file) {
        return (file.toFile().length() >> 20) + 1;
    }

    private int removeOldest() {
        var tooMany = kept().stream().skip(Math.max(1, settings.keep())).toList();
        for (var old : tooMany) {
            try {
                Files.deleteIfExists(old.file());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return tooMany.size();
    }

    @Override
    public Optional<Path> folder() {
        return Optional.ofNullable(settings.folder());
    }

    @Override
    public List<Kept> kept() {
        var folder = settings.folder();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(
                            file -> OURS.matcher(file.getFileName().toString()).matches())
                    .map(this::kept)
                    .sorted(Comparator.comparing(Kept::at).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The moment stands in the name: a copy to another disk may change the file's own time. */
    private Kept kept(Path file) {
        Instant at = LocalDateTime.parse(file.getFileName().toString(), NAME)
                .atZone(clock.getZone())
                .toInstant();
        return new Kept(file, at, file.toFile().length());
    }
}
