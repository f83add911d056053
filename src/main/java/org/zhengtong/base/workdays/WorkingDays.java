package org.zhengtong.base.workdays;

/** A number of working days (工作日). */
public record WorkingDays(int amount) {
    public WorkingDays {
        if (amount < 0) {
            throw new IllegalArgumentException("Not a number of working days: " + amount);
        }
    }

    /** So many working days. */
    public static WorkingDays of(int amount) {
        return new WorkingDays(amount);
    }

    /** As a time limit. */
    public TimeLimit asLimit() {
        return TimeLimit.workingDays(amount);
    }
}
