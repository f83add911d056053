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
        var tooShort = tooShort(reason);
        if (tooShort != null) {
            return tooShort;
        }
        return remedies.isBlank() ? new CaseOutcome.RemediesMissing() : null;
    }

    /** That it says too little; null when it says enough. */
    static @Nullable CaseOutcome tooShort(String reason) {
        var given = length(reason);
        return given < SHORTEST ? new CaseOutcome.ReasonTooShort(given, SHORTEST) : null;
    }

    /** Its characters, without blanks around it. */
    static int length(String reason) {
        return reason.strip().codePointCount(0, reason.strip().length());
    }
}
