package org.zhengtong.base.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The backups that the program makes by itself. */
public interface DailyBackups {

    /** Where they lie; none when no folder is set. */
    Optional<Path> folder();

    /** Those that lie there, newest first. */
    List<Kept> kept();

    /** A backup in the folder. */
    record Kept(Path file, Instant at, long size) {}
}
