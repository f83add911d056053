package org.zhengtong.data.connectors.internal.running;

import java.nio.file.FileSystemException;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;

/** What stands behind a failure of reading. */
final class SourceTrouble {

    private SourceTrouble() {}

    static SourceException of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SourceException known) {
                return known;
            }
            if (cause instanceof FileSystemException full
                    && String.valueOf(full.getReason()).contains("No space left")) {
                return new SourceException(SourceFault.DISK_FULL, failure);
            }
        }
        return new SourceException(SourceFault.BROKEN_OFF, failure, String.valueOf(failure.getMessage()));
    }
}
