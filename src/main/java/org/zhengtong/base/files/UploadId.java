package org.zhengtong.base.files;

import java.util.UUID;

/** A resumable upload: not guessable, and worth nothing to anybody but its uploader. */
public record UploadId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
