package org.zhengtong.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock that stands still until a test sets it; Monday 2 March 2026, 10:00 in Beijing, to begin with. */
public class SettableClock extends Clock {

    /** Monday, a working day; the two weeks around it hold no holiday but the 28 February that was worked. */
    public static final Instant MONDAY_TEN = Instant.parse("2026-03-02T02:00:00Z");

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = MONDAY_TEN;

    /** From now on it is {@code instant}. */
    public void set(Instant instant) {
        now = instant;
    }

    /** From now on it is this moment in Beijing, such as {@code 2026-03-05T09:00}. */
    public void set(String beijingTime) {
        now = LocalDateTime.parse(beijingTime).atZone(BEIJING).toInstant();
    }

    /** Time passes. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return BEIJING;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
