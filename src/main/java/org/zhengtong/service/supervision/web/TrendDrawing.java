package org.zhengtong.service.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.service.casework.CaseStatistics.DayCount;

/** Cases filed (bars) and decided (line) on each day, days off included, as coordinates of a drawing 560 wide. */
public record TrendDrawing(List<Bar> bars, List<Tick> ticks, String line, boolean empty) {

    private static final int LEFT = 46;
    private static final int RIGHT = 556;
    private static final int TOP = 16;
    private static final int BASE = 172;

    /** One day. */
    public record Bar(
            LocalDate on, long filed, long decided, double x, double width, double y, double lineY, boolean newMonth) {

        public double height() {
            return Math.max(0, BASE - y);
        }

        public double middle() {
            return x + width / 2;
        }
    }

    /** A line of the scale. */
    public record Tick(long value, double y) {}

    static TrendDrawing of(List<DayCount> days) {
        var most = days.stream()
                .mapToLong(day -> Math.max(day.filed(), day.decided()))
                .max()
                .orElse(0);
        var step = step(most);
        var top = Math.max(step, (most + step - 1) / step * step);
        var bars = bars(days, top);
        var ticks = new ArrayList<Tick>();
        for (long value = 0; value <= top; value += step) {
            ticks.add(new Tick(value, y(value, top)));
        }
        var line = bars.stream().map(bar -> bar.middle() + "," + bar.lineY()).collect(Collectors.joining(" "));
        return new TrendDrawing(bars, ticks, line, most == 0);
    }

    private static List<Bar> bars(List<DayCount> days, long top) {
        var slot = days.isEmpty() ? 0.0 : (double) (RIGHT - LEFT - 8) / days.size();
        var bars = new ArrayList<Bar>();
        for (var at = 0; at < days.size(); at++) {
            var day = days.get(at);
            bars.add(new Bar(
                    day.on(),
                    day.filed(),
                    day.decided(),
                    tenth(LEFT + 8 + at * slot),
                    tenth(slot * 0.6),
                    y(day.filed(), top),
                    y(day.decided(), top),
                    at == 0 || day.on().getMonth() != days.get(at - 1).on().getMonth()));
        }
        return bars;
    }

    private static double y(long value, long top) {
        return tenth(BASE - (double) (BASE - TOP) * value / top);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** A round step that gives two to five lines. */
    static long step(long most) {
        long power = 1;
        while (power * 10 <= most) {
            power *= 10;
        }
        for (var factor : new long[] {1, 2, 5, 10}) {
            var step = Math.max(1, power * factor / 2);
            if (most <= 4 * step) {
                return step;
            }
        }
        return power * 5;
    }
}
