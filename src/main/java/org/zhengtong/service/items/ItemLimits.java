package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * Time limits of an item (承诺办结时限、法定办结时限) with their notes; null where the department has not stated one.
 *
 * @param joint limit of the joint handling by several departments (行政许可法 第四十二条第二款)
 */
public record ItemLimits(
        @Nullable TimeLimit committed,
        @Nullable String committedNote,
        @Nullable TimeLimit statutory,
        @Nullable String statutoryNote,
        @Nullable TimeLimit joint,
        @Nullable String jointNote) {

    /** Nothing is known. */
    public static final ItemLimits UNKNOWN = new ItemLimits(null, null, null, null, null, null);
}
