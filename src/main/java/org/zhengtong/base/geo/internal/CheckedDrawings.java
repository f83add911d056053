package org.zhengtong.base.geo.internal;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.Drawings;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerVisibility;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.ShapeKind;
import org.zhengtong.base.geo.internal.shape.Ellipsoid;
import org.zhengtong.base.geo.internal.shape.GeoJsonReader;
import org.zhengtong.base.geo.internal.shape.SourceLimits;

/** Writes the points as GeoJSON and reads it as the source of a layer is read: one set of rules for both. */
@Component
class CheckedDrawings implements Drawings {

    private static final NewLayer DRAWING = new NewLayer(
            new LayerCode("drawing"),
            "",
            "",
            "",
            "",
            "",
            "",
            LayerVisibility.STAFF,
            CoordinateSystem.CGCS2000,
            null,
            "name",
            "code");

    @Override
    public Outcome measure(ShapeKind kind, List<GeoPoint> points) {
        var geoJson = geoJson(kind, points);
        var read = GeoJsonReader.read(
                new ByteArrayInputStream(geoJson.getBytes(StandardCharsets.UTF_8)), DRAWING, SourceLimits.USUAL);
        if (!read.faults().isEmpty()) {
            return new Outcome.Refused(read.faults().getFirst());
        }
        return new Outcome.Measured(
                kind, legs(kind, points), read.features().getFirst().size(), geoJson);
    }

    private static String geoJson(ShapeKind kind, List<GeoPoint> points) {
        var type = switch (kind) {
            case POINT -> "MultiPoint";
            case LINE -> "LineString";
            case AREA -> "Polygon";
        };
        var all = new ArrayList<>(points);
        if (kind == ShapeKind.AREA && !points.isEmpty()) {
            all.add(points.getFirst());
        }
        var line = all.stream()
                .map(point -> "[" + point.longitude() + "," + point.latitude() + "]")
                .collect(Collectors.joining(",", "[", "]"));
        var coordinates = kind == ShapeKind.AREA ? "[" + line + "]" : line;
        return "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\""
                + type + "\",\"coordinates\":" + coordinates + "}}]}";
    }

    private static List<Double> legs(ShapeKind kind, List<GeoPoint> points) {
        var legs = switch (kind) {
            case POINT -> 0;
            case LINE -> points.size() - 1;
            case AREA -> points.size();
        };
        return IntStream.range(0, legs)
                .mapToObj(at -> Ellipsoid.distance(points.get(at), points.get((at + 1) % points.size())))
                .toList();
    }
}
