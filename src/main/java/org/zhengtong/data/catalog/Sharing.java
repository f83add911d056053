package org.zhengtong.data.catalog;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sharing of a resource (共享属性): type, condition and ways.
 *
 * @param type null while nobody has said
 * @param condition for whom and what for, when conditional
 * @param modes codes of the list {@code sharing_mode}
 * @param basis the law or State Council document, when not shared
 */
public record Sharing(@Nullable SharingType type, String condition, List<String> modes, String basis) {
    public Sharing {
        modes = List.copyOf(modes);
    }

    /** Nothing said yet. */
    public static final Sharing NONE = new Sharing(null, "", List.of(), "");
}
