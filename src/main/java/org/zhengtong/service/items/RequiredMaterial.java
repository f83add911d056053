package org.zhengtong.service.items;

import org.jspecify.annotations.Nullable;

/**
 * A material that an item asks for (申请材料).
 *
 * @param source where it comes from (来源渠道)
 * @param form how it is handed in (材料形式), in words
 * @param condition when a conditional material is needed
 */
public record RequiredMaterial(
        String name,
        @Nullable String source,
        @Nullable String form,
        Necessity necessity,
        int originals,
        int copies,
        @Nullable String notes,
        @Nullable String condition) {

    /** Whether it must be handed in (材料必要性). */
    public enum Necessity {
        REQUIRED,
        CONDITIONAL,
        /** The government knows it already: 能够通过政务信息共享平台获取的，不得要求申请人重复提供. */
        WAIVED
    }
}
