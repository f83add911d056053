package org.zhengtong.base.backup;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.core.env.Environment;
import org.zhengtong.base.backup.internal.ArchiveReader;
import org.zhengtong.base.backup.internal.ArchiveWriter;
import org.zhengtong.base.backup.internal.Restoration;

/** Front door of the room: makes, checks and restores archives. */
public final class Backups {

    private Backups() {}

    /**
     * Writes everything of a node into a new archive: all tables as of one moment, where the sequences stand, and the node's
     * folder with files and keys. The program may go on writing meanwhile.
     *
     * @throws org.zhengtong.base.problem.ProblemException with a {@link BackupProblem}; no half archive is left
     */
    public static BackupManifest make(DataSource database, Path folder, Path archive, Clock clock) {
        return new ArchiveWriter(database, folder, clock).write(archive);
    }

    /**
     * Reads an archive from end to end and compares everything with its digests.
     *
     * @throws org.zhengtong.base.problem.ProblemException when it is not one that this program can restore
     */
    public static BackupManifest check(Path archive) {
        try (var opened = ArchiveReader.open(archive)) {
            return opened.checked();
        }
    }

    /**
     * Checks an archive, then makes the node that the settings name out of it: into an empty folder, and into a database
     * without any table of the program when an outside one is named.
     *
     * @throws org.zhengtong.base.problem.ProblemException with a {@link BackupProblem}; folder and database are as before then
     */
    public static BackupManifest restore(Path archive, Environment settings) {
        return new Restoration(settings).restore(archive);
    }
}
