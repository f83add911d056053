package org.zhengtong.data.exchange.internal.frame;

import org.jspecify.annotations.Nullable;
import org.zhengtong.data.exchange.EnvelopeFault;

/** What came of one frame: taken when there is no fault. */
public record AnswerLine(
        @Nullable String id, int piece, @Nullable EnvelopeFault fault) {}
