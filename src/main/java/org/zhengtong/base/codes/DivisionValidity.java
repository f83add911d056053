package org.zhengtong.base.codes;

import java.time.Year;
import org.jspecify.annotations.Nullable;

/**
 * How long a division code is known to have been in force (GB/T 2260 with its amendments).
 *
 * @param sinceYear first year in which it may have come into force; null when it is older than the lists
 * @param untilYear last year in which it may have been in force; null when it still is
 */
public record DivisionValidity(
        DivisionCode code,
        String name,
        @Nullable Year sinceYear,
        @Nullable Year untilYear) {

    /** Whether a document of that year may carry the code; generous in the years of a change. */
    public boolean mayApplyIn(Year year) {
        return (sinceYear == null || !year.isBefore(sinceYear)) && (untilYear == null || !year.isAfter(untilYear));
    }
}
