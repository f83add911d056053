package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.zhengtong.base.files.FileProblem;
import org.zhengtong.base.problem.ProblemException;

/** Refuses files while the disk still has room for the database beside them. */
@Component
class DiskSpace {
    private final long reserve;

    DiskSpace(@Value("${zhengtong.files.reserve:128MB}") DataSize reserve) {
        this.reserve = reserve.toBytes();
    }

    void require(Path folder) throws IOException {
        if (Files.getFileStore(folder).getUsableSpace() < reserve) {
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
