package org.zhengtong.base.geo.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.ShapeKind;

/** A shape as a table of coordinates, as typed. */
public record CoordinatesForm(ShapeKind kind, List<Row> rows) {

    /** Most points that are typed by hand. */
    static final int MOST = 200;

    private static final int FIRST = 3;
    private static final int LONGEST = 40;

    public CoordinatesForm {
        rows = List.copyOf(rows);
    }

    /** One point as typed. */
    public record Row(String lon, String lat) {

        static final Row EMPTY = new Row("", "");

        /** Whether nothing was typed. */
        public boolean blank() {
            return lon.isEmpty() && lat.isEmpty();
        }

        /** Why the longitude is none; empty when it is one. */
        Optional<String> lonFault() {
            return fault(lon, 180, "lon");
        }

        Optional<String> latFault() {
            return fault(lat, 90, "lat");
        }

        private static Optional<String> fault(String text, int most, String name) {
            if (text.isEmpty()) {
                return Optional.of("geo.measure." + name + ".missing");
            }
            try {
                return Math.abs(Double.parseDouble(text)) <= most
                        ? Optional.empty()
                        : Optional.of("geo.measure." + name + ".range");
            } catch (NumberFormatException notOne) {
                return Optional.of("geo.measure." + name + ".number");
            }
        }

        GeoPoint point() {
            return new GeoPoint(Double.parseDouble(lon), Double.parseDouble(lat));
        }
    }

    static CoordinatesForm empty() {
        return new CoordinatesForm(ShapeKind.AREA, Collections.nCopies(FIRST, Row.EMPTY));
    }

    static CoordinatesForm of(MultiValueMap<String, String> sent) {
        var lons = Objects.requireNonNullElse(sent.get("lon"), List.<String>of());
        var lats = Objects.requireNonNullElse(sent.get("lat"), List.<String>of());
        var rows = IntStream.range(0, Math.min(MOST, Math.max(lons.size(), lats.size())))
                .mapToObj(at -> new Row(typed(lons, at), typed(lats, at)))
                .toList();
        var kind = Stream.of(ShapeKind.values())
                .filter(each -> each.name().equals(sent.getFirst("kind")))
                .findFirst()
                .orElse(ShapeKind.AREA);
        return rows.isEmpty() ? empty() : new CoordinatesForm(kind, rows);
    }

    private static String typed(List<String> texts, int at) {
        var text = at < texts.size() ? texts.get(at).strip() : "";
        return text.substring(0, Math.min(LONGEST, text.length()));
    }

    /** The table after one of its buttons: {@code add:3} puts a row after the third, {@code remove:}, {@code up:} and {@code down:} name theirs. */
    CoordinatesForm after(String act, int at) {
        var changed = new ArrayList<>(rows);
        if (at < 0 || at >= rows.size()) {
            return this;
        }
        switch (act) {
            case "add" -> add(changed, at + 1);
            case "remove" -> changed.remove(at);
            case "up" -> Collections.swap(changed, at, Math.max(0, at - 1));
            case "down" -> Collections.swap(changed, at, Math.min(rows.size() - 1, at + 1));
            default -> {}
        }
        return new CoordinatesForm(kind, changed.isEmpty() ? List.of(Row.EMPTY) : changed);
    }

    private static void add(List<Row> rows, int at) {
        if (rows.size() < MOST) {
            rows.add(at, Row.EMPTY);
        }
    }

    /** Whether nothing was typed at all. */
    boolean blank() {
        return rows.stream().allMatch(Row::blank);
    }

    /** The same without rows in which nothing was typed. */
    CoordinatesForm filled() {
        var filled = rows.stream().filter(row -> !row.blank()).toList();
        return filled.isEmpty() ? this : new CoordinatesForm(kind, filled);
    }
}
