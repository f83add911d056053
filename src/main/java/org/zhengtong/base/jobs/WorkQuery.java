package org.zhengtong.base.jobs;

import org.jspecify.annotations.Nullable;

/**
 * Which long work is looked for, newest first.
 *
 * @param text part of the kind, of what the title names, or of who started it; "" for all
 * @param before only older than this one
 */
public record WorkQuery(
        @Nullable WorkState state, String text, @Nullable WorkId before, int most) {}
