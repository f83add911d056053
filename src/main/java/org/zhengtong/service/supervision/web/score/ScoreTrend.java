package org.zhengtong.service.supervision.web.score;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Scores of months as a line in a drawing 560 wide. */
public record ScoreTrend(List<Point> points, List<Tick> ticks) {

    private static final int LEFT = 56;
    private static final int RIGHT = 516;
    private static final int TOP = 34;
    private static final int BASE = 160;
    private static final int LINES = 4;

    /** One month. */
    public record Point(YearMonth month, BigDecimal score, double x, double y) {}

    /** A line of the scale. */
    public record Tick(int value, double y) {}

    /** What is drawn. */
    public record Value(YearMonth month, BigDecimal score) {}

    static ScoreTrend of(List<Value> values) {
        if (values.isEmpty()) {
            return new ScoreTrend(List.of(), List.of());
        }
        var least = values.stream()
                .mapToDouble(value -> value.score().doubleValue())
                .min()
                .orElse(0);
        var most = values.stream()
                .mapToDouble(value -> value.score().doubleValue())
                .max()
                .orElse(0);
        var step = (int) Math.max(1, Math.ceil((most - least) / LINES));
        var bottom = (int) Math.floor(least / step) * step;
        var top = Math.max(bottom + step, (int) Math.ceil(most / step) * step);
        var points = new ArrayList<Point>();
        for (var at = 0; at < values.size(); at++) {
            var value = values.get(at);
            var x = values.size() == 1
                    ? (LEFT + RIGHT) / 2.0
                    : LEFT + 14 + (RIGHT - LEFT - 14.0) * at / (values.size() - 1);
            points.add(new Point(
                    value.month(), value.score(), tenth(x), y(value.score().doubleValue(), bottom, top)));
        }
        var ticks = new ArrayList<Tick>();
        for (var value = bottom; value <= top; value += step) {
            ticks.add(new Tick(value, y(value, bottom, top)));
        }
        return new ScoreTrend(points, ticks);
    }

    /** Coordinates of the line. */
    public String line() {
        return points.stream().map(point -> point.x() + "," + point.y()).collect(Collectors.joining(" "));
    }

    private static double y(double value, int bottom, int top) {
        return tenth(BASE - (BASE - TOP) * (value - bottom) / (top - bottom));
    }

    private static double tenth(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
