package org.zhengtong.data.connectors.web;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.zhengtong.data.connectors.Run;

/** Runs over time: rows as bars, how long each took as a line; failures are marked. */
public record RunChart(List<Bar> bars, List<Tick> ticks, String line) {

    private static final int LEFT = 62;
    private static final int WIDE = 530;
    private static final int BOTTOM = 170;
    private static final int TALL = 150;
    private static final int MOST_WIDTH = 46;

    /** A run. */
    public record Bar(Run run, double x, double width, double y, double asideY, double tookY, long seconds) {

        public double middle() {
            return x + width / 2;
        }

        public double height() {
            return BOTTOM - y;
        }

        public double asideHeight() {
            return BOTTOM - asideY;
        }

        public boolean broken() {
            return run.state().canGoOn();
        }
    }

    /** A line across. */
    public record Tick(long rows, double y) {}

    static RunChart of(List<Run> newestFirst, Instant now) {
        var runs = newestFirst.reversed();
        var top = top(runs.stream().mapToLong(run -> run.counts().read()).max().orElse(0));
        var longest = Math.max(
                1,
                runs.stream().mapToLong(run -> run.took(now).toSeconds()).max().orElse(1));
        var step = Math.min(MOST_WIDTH * 1.4, (double) WIDE / Math.max(1, runs.size()));
        var bars = IntStream.range(0, runs.size())
                .mapToObj(at -> {
                    var run = runs.get(at);
                    var seconds = run.took(now).toSeconds();
                    return new Bar(
                            run,
                            round(LEFT + at * step + step * 0.15),
                            round(step * 0.7),
                            y(run.counts().read(), top),
                            y(run.counts().setAside(), top),
                            y(seconds, longest),
                            seconds);
                })
                .toList();
        var line = new StringBuilder();
        bars.forEach(bar ->
                line.append(round(bar.middle())).append(',').append(bar.tookY()).append(' '));
        var ticks = IntStream.rangeClosed(0, 4)
                .mapToObj(at -> new Tick(top * at / 4, y(top * at / 4, top)))
                .toList();
        return new RunChart(bars, ticks, line.toString().strip());
    }

    private static double y(long value, long top) {
        return round(BOTTOM - (double) TALL * value / top);
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** The next number of the form 4, 8, 20, 40 … */
    private static long top(long most) {
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
