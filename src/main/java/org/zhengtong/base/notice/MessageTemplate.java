package org.zhengtong.base.notice;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of a message's text; version 0 is the program's own.
 *
 * @param urgent rings at night, too
 * @param escalateMinutes after so many minutes without acknowledgement another way is taken; null for never
 */
public record MessageTemplate(
        String code,
        int version,
        Wording chinese,
        Wording english,
        boolean urgent,
        @Nullable Integer escalateMinutes) {

    /** Title and body in one language; {0}, {1}… stand for what the message is about. */
    public record Wording(String title, String body) {}

    /** A version with its history. */
    public record Version(
            MessageTemplate template,
            State state,
            @Nullable String editedBy,
            @Nullable Instant editedAt,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt) {}

    /** Where a version stands. */
    public enum State {
        DRAFT,
        PUBLISHED,
        RETIRED
    }
}
