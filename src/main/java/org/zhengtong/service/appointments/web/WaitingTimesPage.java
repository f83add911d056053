package org.zhengtong.service.appointments.web;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.zhengtong.service.appointments.Business;
import org.zhengtong.service.appointments.Hall;
import org.zhengtong.service.appointments.Queue.Waiting;

/** Waiting times by business; bars are drawn against the longest. */
public record WaitingTimesPage(Hall hall, LocalDate from, LocalDate until, List<Waiting> waiting) {

    private static final int WHOLE = 100;
    private static final int SECONDS = 60;

    public String business(Waiting one) {
        return hall.business(one.business()).map(Business::name).orElse(one.business());
    }

    /** Whole minutes, begun ones counted. */
    public static long minutes(Duration time) {
        return (time.toSeconds() + SECONDS - 1) / SECONDS;
    }

    /** Length of a bar in hundredths. */
    public long width(Duration time) {
        var longest =
                waiting.stream().mapToLong(one -> one.p90().toSeconds()).max().orElse(0);
        return longest == 0 ? 0 : Math.round((double) WHOLE * time.toSeconds() / longest);
    }
}
