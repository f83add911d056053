package org.zhengtong.data.mediation.web;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhengtong.data.mediation.Calls.Day;

/** Calls by day as bars with the failed ones in front, and how long the slower ones took as a line with a scale of its own. */
public record DelayChart(List<Bar> bars, List<Tick> ticks, String line, boolean empty) {

    private static final int LEFT = 46;
    private static final int WIDE = 500;
    private static final int BOTTOM = 170;
    private static final int TALL = 150;
    private static final int STEPS = 4;

    /** A day. */
    public record Bar(Day day, double x, double width, double y, double failedY, double slowY) {

        public double middle() {
            return x + width / 2;
        }

        public double height() {
            return BOTTOM - y;
        }

        public double failedHeight() {
            return BOTTOM - failedY;
        }
    }

    /** A line across with its value on both scales. */
    public record Tick(long calls, long millis, double y) {}

    static DelayChart of(List<Day> days) {
        var most = days.stream().mapToLong(Day::calls).max().orElse(0);
        var top = rounded(most);
        var slowest = rounded(days.stream().mapToLong(Day::slow).max().orElse(0));
        var step = (double) WIDE / Math.max(1, days.size());
        var bars = IntStream.range(0, days.size())
                .mapToObj(at -> {
                    var day = days.get(at);
                    return new Bar(
                            day,
                            tenth(LEFT + at * step + step * 0.15),
                            tenth(step * 0.7),
                            y(day.calls(), top),
                            y(day.failed(), top),
                            y(day.slow(), slowest));
                })
                .toList();
        var line = bars.stream()
                .filter(bar -> bar.day().calls() > bar.day().failed())
                .map(bar -> tenth(bar.middle()) + "," + bar.slowY())
                .collect(Collectors.joining(" "));
        var ticks = IntStream.rangeClosed(0, STEPS)
                .mapToObj(at -> new Tick(top * at / STEPS, slowest * at / STEPS, y(top * at / STEPS, top)))
                .toList();
        return new DelayChart(bars, ticks, line, most == 0);
    }

    private static double y(long value, long top) {
        return tenth(BOTTOM - (double) TALL * value / top);
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The next number of the form 4, 8, 20, 40, 80, 200 … */
    private static long rounded(long most) {
        for (var unit = 4L; ; unit *= 10) {
            for (var factor : new int[] {1, 2, 5}) {
                if (unit * factor >= most) {
                    return unit * factor;
                }
            }
        }
    }
}
