package org.zhengtong.base.schema;

import org.jspecify.annotations.Nullable;

/** One difference between two filled forms: where in words, what stood there, what stands there now; null is nothing. */
public record AnswerChange(
        String pointer,
        String label,
        @Nullable String before,
        @Nullable String after) {}
