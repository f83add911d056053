package org.zhengtong.base.files;

import org.jspecify.annotations.Nullable;

/** A file on its way: how long it will be, and how much of it is here. */
public record Upload(UploadId id, String name, @Nullable String declaredType, long length, long received) {
    /** Whether all of it is here. */
    public boolean complete() {
        return received == length;
    }
}
