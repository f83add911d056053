package org.zhengtong.base.workdays;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time the clock stood still (行政许可法 第四十五条). The first day does not count any more; the day {@code until}, on which
 * the clock goes on, counts again. An open stop has no {@code until} yet.
 */
public record ClockStop(LocalDate from, @Nullable LocalDate until) {
    public ClockStop {
        if (until != null && until.isBefore(from)) {
            throw new IllegalArgumentException("A stop from " + from + " cannot end on " + until);
        }
    }
}
