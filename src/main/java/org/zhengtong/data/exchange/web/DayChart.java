package org.zhengtong.data.exchange.web;

import java.util.List;
import java.util.stream.IntStream;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;

/** Traffic by day: two bars a day, and what was refused as a line. */
public record DayChart(List<Bar> bars, List<Tick> ticks, String line, boolean empty) {

    private static final int LEFT = 46;
    private static final int WIDE = 514;
    private static final int BOTTOM = 170;
    private static final int TALL = 150;

    /** A day. */
    public record Bar(ChannelSearch.Day day, double x, double width, double sentY, double receivedY, double refusedY) {

        public double middle() {
            return x + width;
        }

        public double sentHeight() {
            return BOTTOM - sentY;
        }

        public double receivedHeight() {
            return BOTTOM - receivedY;
        }
    }

    /** A line across. */
    public record Tick(long value, double y) {}

    static DayChart of(List<ChannelSearch.Day> days) {
        var most = days.stream()
                .mapToLong(day -> Math.max(Math.max(day.sent(), day.received()), day.refused()))
                .max()
                .orElse(0);
        var top = rounded(Math.max(4, most));
        var step = (double) WIDE / days.size();
        var bars = IntStream.range(0, days.size())
                .mapToObj(at -> new Bar(
                        days.get(at),
                        LEFT + at * step + step * 0.15,
                        step * 0.35,
                        y(days.get(at).sent(), top),
                        y(days.get(at).received(), top),
                        y(days.get(at).refused(), top)))
                .toList();
        var line = new StringBuilder();
        bars.forEach(bar -> line.append(round(bar.middle()))
                .append(',')
                .append(round(bar.refusedY()))
                .append(' '));
        var ticks = IntStream.rangeClosed(0, 4)
                .mapToObj(at -> new Tick(top * at / 4, y(top * at / 4, top)))
                .toList();
        return new DayChart(bars, ticks, line.toString().strip(), most == 0);
    }

    private static double y(long value, long top) {
        return BOTTOM - (double) TALL * value / top;
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The next number of the form 4, 8, 20, 40, 80, 200 … */
    private static long rounded(long most) {
        var unit = 4L;
        while (true) {
            for (var factor : new int[] {1, 2, 5}) {
                if (unit * factor >= most) {
                    return unit * factor;
                }
            }
            unit *= 10;
        }
    }
}
