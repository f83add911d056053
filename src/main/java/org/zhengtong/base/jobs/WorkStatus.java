package org.zhengtong.base.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A piece of long work as people see it. */
public record WorkStatus(
        WorkId id,
        String kind,
        JobNote title,
        WorkState state,
        long total,
        long done,
        long setAside,
        @Nullable JobNote message,
        boolean cancelAsked,
        int attempts,
        @Nullable String startedBy,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {}
