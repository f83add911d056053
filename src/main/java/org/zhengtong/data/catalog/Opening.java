package org.zhengtong.data.catalog;

import org.jspecify.annotations.Nullable;

/** Opening of a resource (开放属性): whether, and on what condition. */
public record Opening(@Nullable Openness openness, String condition) {

    /** Nothing said yet. */
    public static final Opening NONE = new Opening(null, "");
}
