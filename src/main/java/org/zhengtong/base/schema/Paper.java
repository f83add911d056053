package org.zhengtong.base.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on a paper form around its table ({@code x-paper}).
 *
 * @param annex such as 附件2
 * @param heads lines above the table, such as 填报单位（盖章）
 * @param notes lines below it, such as 填表说明
 * @param sections whether the title of a page stands at the left of its fields or in a line above them
 * @param landscape paper on its side
 */
public record Paper(@Nullable Words annex, List<Words> heads, List<Words> notes, Sections sections, boolean landscape) {
    public Paper {
        heads = List.copyOf(heads);
        notes = List.copyOf(notes);
    }

    /** Where the title of a page stands. */
    public enum Sections {
        SIDE,
        ABOVE
    }
}
