package org.zhengtong.base.geo.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.Drawings.Outcome.Measured;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.ShapeKind;
import org.zhengtong.base.ui.FieldFault;

/**
 * The table of coordinates and what was measured.
 *
 * @param focus number of the row that a button worked on, -1 for none
 */
public record CoordinatesPage(
        CoordinatesForm form,
        List<FieldFault> faults,
        @Nullable Measured measured,
        int focus) {

    private static final double SIDE = 300;

    /** Metres from the point with this number to the next, written; empty where there is none. */
    public String leg(int at) {
        return measured == null || at >= measured.legs().size()
                ? ""
                : metres(measured.legs().get(at));
    }

    /** All legs together. */
    public String around() {
        return measured == null
                ? ""
                : metres(measured.legs().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum());
    }

    /** Area in square metres and, from a hectare on, in square kilometres. */
    public String area() {
        var size = measured == null ? 0 : measured.size();
        return size < 10_000 ? written(size, 1) + " m²" : written(size / 1e6, 4) + " km²";
    }

    private static String metres(double length) {
        return length < 1000 ? written(length, 2) + " m" : written(length / 1000, 3) + " km";
    }

    private static String written(double number, int places) {
        return String.format(Locale.ROOT, "%,." + places + "f", number).replace(',', '\u00a0');
    }

    /** Whether this row's field has a fault. */
    public boolean faulty(String field) {
        return faults.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** The points in a picture of 300 by 300, north up, as an SVG path. */
    public String path() {
        var points = form.rows().stream().map(CoordinatesForm.Row::point).toList();
        var west = points.stream().mapToDouble(GeoPoint::longitude).min().orElse(0);
        var north = points.stream().mapToDouble(GeoPoint::latitude).max().orElse(0);
        var east = points.stream().mapToDouble(GeoPoint::longitude).max().orElse(0);
        var south = points.stream().mapToDouble(GeoPoint::latitude).min().orElse(0);
        // a degree of longitude is shorter than one of latitude
        var squeeze = Math.cos(Math.toRadians((north + south) / 2));
        var scale = SIDE / Math.max(1e-9, Math.max((east - west) * squeeze, north - south));
        return points.stream()
                        .map(point -> String.format(
                                Locale.ROOT,
                                "%.1f %.1f",
                                (point.longitude() - west) * squeeze * scale,
                                (north - point.latitude()) * scale))
                        .collect(Collectors.joining("L", "M", ""))
                + (form.kind() == ShapeKind.AREA ? "Z" : "");
    }
}
