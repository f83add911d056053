package org.zhengtong.base.notice.web;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.notice.QuietTime;

/** Quiet hours as somebody chose them: {@code own}, or else those of the node. */
record QuietForm(
        @Nullable String quiet,
        @Nullable String quietFrom,
        @Nullable String quietUntil) {

    private boolean own() {
        return "own".equals(quiet);
    }

    /** Whether own hours were wished that are none. */
    boolean wrong() {
        return own() && chosen() == null;
    }

    /** The hours; null for those of the node. */
    @Nullable
    QuietTime chosen() {
        if (!own() || quietFrom == null || quietUntil == null) {
            return null;
        }
        try {
            return new QuietTime(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil));
        } catch (DateTimeParseException none) {
            return null;
        }
    }
}
