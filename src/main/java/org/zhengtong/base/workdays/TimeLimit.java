package org.zhengtong.base.workdays;

/** Time limit (时限): an amount of days of one kind; 0 means on the spot (即办). */
public record TimeLimit(int amount, TimeLimitUnit unit) {
    private static final int LONGEST = 36_500;

    public TimeLimit {
        if (amount < 0 || amount > LONGEST) {
            throw new IllegalArgumentException("Not a time limit: " + amount + " " + unit);
        }
    }

    /** A limit in working days. */
    public static TimeLimit workingDays(int amount) {
        return new TimeLimit(amount, TimeLimitUnit.WORKING_DAYS);
    }

    /** A limit in calendar days. */
    public static TimeLimit calendarDays(int amount) {
        return new TimeLimit(amount, TimeLimitUnit.CALENDAR_DAYS);
    }

    /** The limit after an extension in the same unit. */
    public TimeLimit plus(int more) {
        return new TimeLimit(amount + more, unit);
    }
}
