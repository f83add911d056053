package org.zhengtong.service.casework.internal;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitUnit;

/** Time limits as the tables keep them: {@code 3w} for working days, {@code 15c} for calendar days. */
final class LimitText {

    private LimitText() {}

    static @Nullable String of(@Nullable TimeLimit limit) {
        return limit == null ? null : written(limit);
    }

    static String written(TimeLimit limit) {
        return limit.amount() + (limit.unit() == TimeLimitUnit.WORKING_DAYS ? "w" : "c");
    }

    static @Nullable TimeLimit parse(@Nullable String text) {
        return text == null ? null : read(text);
    }

    /** Reads {@code 3 wd}, {@code 15 days} of a pack and {@code 3w}, {@code 15c} of a table. */
    static TimeLimit read(String text) {
        var amount = text.replaceAll("[^0-9]", "");
        var unit = text.replaceAll("[0-9 ]", "");
        if (amount.isEmpty() || amount.length() > 4) {
            throw new IllegalArgumentException("Not a time limit: " + text);
        }
        return switch (unit) {
            case "w", "wd" -> TimeLimit.workingDays(Integer.parseInt(amount));
            case "c", "days" -> TimeLimit.calendarDays(Integer.parseInt(amount));
            default -> throw new IllegalArgumentException("Not a time limit: " + text);
        };
    }
}
