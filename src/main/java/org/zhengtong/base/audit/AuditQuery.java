package org.zhengtong.base.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to list, newest first; what is null does not narrow.
 *
 * @param actor part of an actor's name, or the whole identifier
 * @param event an event such as {@code casework.accept}, or a room such as {@code casework}
 * @param before only entries older than this one (the last of the page before)
 */
public record AuditQuery(
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable String actor,
        @Nullable String event,
        @Nullable String subjectType,
        @Nullable String subjectId,
        @Nullable EntryId before,
        int most) {}
