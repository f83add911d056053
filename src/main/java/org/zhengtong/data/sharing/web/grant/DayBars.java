package org.zhengtong.data.sharing.web.grant;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.data.sharing.Grants.DayUse;

/** Calls by day as bars of a picture of 560 by 170. */
public record DayBars(List<DayBars.Bar> bars, long most, long total) {

    private static final int LEFT = 56;
    private static final int WIDTH = 500;
    private static final int TOP = 10;
    private static final int HEIGHT = 124;

    /** One day. */
    public record Bar(LocalDate day, long calls, int x, int y, int width, int height, boolean named) {}

    static DayBars of(List<DayUse> uses, LocalDate from, LocalDate to) {
        var calls = uses.stream().collect(Collectors.groupingBy(DayUse::day, Collectors.summingLong(DayUse::calls)));
        var days = from.datesUntil(to.plusDays(1)).toList();
        var most = Math.max(
                1, calls.values().stream().mapToLong(Long::longValue).max().orElse(0));
        var step = WIDTH / (double) days.size();
        var every = Math.max(1, (int) Math.ceil(days.size() / 8.0));
        var bars = new ArrayList<Bar>();
        for (var at = 0; at < days.size(); at++) {
            var count = calls.getOrDefault(days.get(at), 0L);
            var height = count == 0 ? 0 : (int) Math.max(2, Math.round(HEIGHT * (double) count / most));
            bars.add(new Bar(
                    days.get(at),
                    count,
                    (int) Math.round(LEFT + at * step + step * 0.15),
                    TOP + HEIGHT - height,
                    (int) Math.max(2, Math.round(step * 0.7)),
                    height,
                    at % every == 0));
        }
        return new DayBars(
                bars, most, calls.values().stream().mapToLong(Long::longValue).sum());
    }
}
