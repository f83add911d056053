package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;

/** Refuses files while the disk still has room for the database beside them. */
@Component
class DiskSpace {
    private final Settings settings;

    DiskSpace(Settings settings) {
        this.settings = settings;
    }

    void require(Path folder) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace()
                < settings.value(UploadSettings.RESERVE).toBytes()) {
            throw new ProblemException(FileProblem.DISK_FULL);
        }
    }

    /** A disk that filled up while writing is a problem with a name; other failures stay what they are. */
    static IOException translated(IOException broken) {
        var reason = String.valueOf(broken.getMessage());
        if (reason.contains("No space left") || reason.contains("quota exceeded")) {
            throw new ProblemException(FileProblem.DISK_FULL);
        }
        return broken;
    }
}
