package org.zhengtong.base.geo.internal.shape;

import java.io.IOException;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.geom.MultiPoint;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Writes stored shapes as the geometry of GeoJSON (RFC 7946), seven decimals of a degree (a centimetre). */
public final class GeoJsonWriter {

    private static final double DECIMALS = 1e7;

    private final Appendable target;

    /** Writes to this target. */
    public GeoJsonWriter(Appendable target) {
        this.target = target;
    }

    /** Writes one geometry object. */
    public void write(byte[] wkb) throws IOException {
        var shape = StoredShape.read(wkb);
        target.append("{\"type\":\"").append(shape.getGeometryType()).append("\",\"coordinates\":");
        coordinates(shape);
        target.append('}');
    }

    private void coordinates(Geometry shape) throws IOException {
        switch (shape) {
            case Point point -> place(point.getCoordinate());
            case LineString line -> line(line);
            case Polygon polygon -> polygon(polygon);
            case MultiPoint parts -> each(parts);
            case MultiLineString parts -> each(parts);
            case MultiPolygon parts -> each(parts);
            default -> throw new IllegalArgumentException(shape.getGeometryType());
        }
    }

    private void each(Geometry parts) throws IOException {
        target.append('[');
        for (var at = 0; at < parts.getNumGeometries(); at++) {
            comma(at);
            coordinates(parts.getGeometryN(at));
        }
        target.append(']');
    }

    private void polygon(Polygon polygon) throws IOException {
        target.append('[');
        line(polygon.getExteriorRing());
        for (var at = 0; at < polygon.getNumInteriorRing(); at++) {
            target.append(',');
            line(polygon.getInteriorRingN(at));
        }
        target.append(']');
    }

    private void line(LineString line) throws IOException {
        target.append('[');
        for (var at = 0; at < line.getNumPoints(); at++) {
            comma(at);
            place(line.getCoordinateN(at));
        }
        target.append(']');
    }

    private void place(Coordinate place) throws IOException {
        target.append('[')
                .append(written(place.x))
                .append(',')
                .append(written(place.y))
                .append(']');
    }

    private static String written(double degrees) {
        return String.valueOf(Math.round(degrees * DECIMALS) / DECIMALS);
    }

    private void comma(int at) throws IOException {
        if (at > 0) {
            target.append(',');
        }
    }
}
