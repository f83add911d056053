package org.zhengtong.service.casework.internal;

import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.CaseOutcome;

/** What the law asks of reasons: given, not empty words, and with the ways of review (行政许可法 第三十八条). */
final class Reasons {

    /** Shorter reasons count as none in the supervision's rules. */
    static final int SHORTEST = 10;

    private Reasons() {}

    /** What is missing; null when nothing is. */
    static @Nullable CaseOutcome weakness(String reason, String remedies) {
        var given = length(reason);
        if (given < SHORTEST) {
            return new CaseOutcome.ReasonTooShort(given, SHORTEST);
        }
        return remedies.isBlank() ? new CaseOutcome.RemediesMissing() : null;
    }

    /** Its characters, without blanks around it. */
    static int length(String reason) {
        return reason.strip().codePointCount(0, reason.strip().length());
    }
}
