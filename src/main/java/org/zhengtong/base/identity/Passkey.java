package org.zhengtong.base.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A passkey as its owner sees it. {@code backedUp}: it is kept by a service that copies it to the owner's other devices. */
public record Passkey(
        long id,
        String name,
        boolean backedUp,
        Instant createdAt,
        @Nullable Instant usedAt) {}
