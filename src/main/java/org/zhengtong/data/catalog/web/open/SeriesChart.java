package org.zhengtong.data.catalog.web.open;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhengtong.data.catalog.OpenData;
import org.zhengtong.data.catalog.OpenData.Column;
import org.zhengtong.data.catalog.OpenData.StoredTable;

/**
 * A number over time as a picture of 560 by 210.
 *
 * @param series the columns that can be drawn
 */
public record SeriesChart(List<String> series, int chosen, String time, List<Bar> bars, List<Tick> ticks) {
    private static final int LEFT = 60;
    private static final int WIDTH = 490;
    private static final int TOP = 12;
    private static final int HEIGHT = 160;
    private static final int MOST_BARS = 60;

    /** One period. */
    public record Bar(String period, String value, long x, long y, long width, long height, boolean named) {}

    /** One line of the grid. */
    public record Tick(long y, String value) {}

    private record Point(String period, BigDecimal value) {}

    /** The chart of one of a table's columns of numbers; nothing without a column of time or with fewer than three periods. */
    static Optional<SeriesChart> of(StoredTable table, List<List<String>> rows, int wanted) {
        var time = place(table, Column.Kind.PERIOD).or(() -> place(table, Column.Kind.DATE));
        var numbers = IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).kind() == Column.Kind.NUMBER)
                .boxed()
                .toList();
        if (time.isEmpty()
                || numbers.isEmpty()
                || table.columns().get(time.get()).impossible() > 0) {
            return Optional.empty();
        }
        var chosen = Math.clamp(wanted, 0, numbers.size() - 1);
        var points = points(rows, time.get(), numbers.get(chosen));
        if (points.size() < 3) {
            return Optional.empty();
        }
        var most =
                points.stream().map(Point::value).max(Comparator.naturalOrder()).orElse(BigDecimal.ONE);
        var top = Math.max(most.doubleValue(), 1e-9);
        return Optional.of(new SeriesChart(
                numbers.stream().map(at -> table.columns().get(at).name()).toList(),
                chosen,
                table.columns().get(time.get()).name(),
                bars(points, top),
                ticks(top)));
    }

    private static Optional<Integer> place(StoredTable table, Column.Kind kind) {
        return IntStream.range(0, table.columns().size())
                .filter(at -> table.columns().get(at).kind() == kind)
                .boxed()
                .findFirst();
    }

    /** A period that is there twice counts once, as it came first. */
    private static List<Point> points(List<List<String>> rows, int time, int number) {
        var values = new TreeMap<String, BigDecimal>();
        for (var row : rows) {
            var cell = row.get(number).strip();
            if (cell.matches("\\d{1,15}(\\.\\d{1,9})?")) {
                period(row.get(time).strip()).ifPresent(period -> values.putIfAbsent(period, new BigDecimal(cell)));
            }
        }
        var points = values.entrySet().stream()
                .map(each -> new Point(each.getKey(), each.getValue()))
                .toList();
        return points.size() <= MOST_BARS ? points : points.subList(points.size() - MOST_BARS, points.size());
    }

    private static Optional<String> period(String cell) {
        return OpenData.Period.key(cell)
                .or(() ->
                        cell.matches("\\d{4}-\\d{2}-\\d{2}.*") ? Optional.of(cell.substring(0, 10)) : Optional.empty());
    }

    private static List<Bar> bars(List<Point> points, double top) {
        var step = WIDTH / (double) points.size();
        var every = Math.max(1, (int) Math.ceil(points.size() / 8.0));
        var bars = new ArrayList<Bar>();
        for (var at = 0; at < points.size(); at++) {
            var point = points.get(at);
            var height = Math.round(point.value().doubleValue() / top * HEIGHT);
            bars.add(new Bar(
                    point.period(),
                    point.value().toPlainString(),
                    Math.round(LEFT + at * step + step * 0.15),
                    TOP + HEIGHT - height,
                    Math.max(2, Math.round(step * 0.7)),
                    height,
                    at % every == 0));
        }
        return bars;
    }

    private static List<Tick> ticks(double top) {
        return IntStream.rangeClosed(0, 4)
                .mapToObj(at -> new Tick(
                        TOP + HEIGHT - Math.round(HEIGHT * at / 4.0),
                        String.format(Locale.ROOT, top < 10 ? "%.2f" : "%.0f", top * at / 4)))
                .toList();
    }

    /** The newest period. */
    public Bar latest() {
        return bars.getLast();
    }
}
