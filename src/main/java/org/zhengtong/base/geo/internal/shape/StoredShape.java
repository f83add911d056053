package org.zhengtong.base.geo.internal.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.GeoPoint;
import org.zhengtong.base.geo.ShapeKind;

/** A shape as the database keeps it, with what is known of it beforehand. */
record StoredShape(ShapeKind kind, GeoBox bounds, int points, double size, byte[] wkb) {

    static StoredShape of(Geometry shape) {
        var box = shape.getEnvelopeInternal();
        var kind = switch (shape.getDimension()) {
            case 0 -> ShapeKind.POINT;
            case 1 -> ShapeKind.LINE;
            default -> ShapeKind.AREA;
        };
        return new StoredShape(
                kind,
                new GeoBox(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()),
                shape.getNumPoints(),
                size(shape),
                new WKBWriter(2).write(shape));
    }

    static Geometry read(byte[] wkb) {
        try {
            return new WKBReader().read(wkb);
        } catch (ParseException damaged) {
            throw new IllegalStateException("A stored shape cannot be read", damaged);
        }
    }

    private static double size(Geometry shape) {
        var sum = 0.0;
        for (var at = 0; at < shape.getNumGeometries(); at++) {
            sum += switch (shape.getGeometryN(at)) {
                case Polygon polygon -> area(polygon);
                case LineString line -> length(line.getCoordinates());
                default -> 0;
            };
        }
        return sum;
    }

    private static double area(Polygon polygon) {
        var sum = ring(polygon.getExteriorRing());
        for (var at = 0; at < polygon.getNumInteriorRing(); at++) {
            sum -= ring(polygon.getInteriorRingN(at));
        }
        return sum;
    }

    private static double ring(LineString ring) {
        var line = ring.getCoordinates();
        var longitudes = new double[line.length];
        var latitudes = new double[line.length];
        for (var at = 0; at < line.length; at++) {
            longitudes[at] = line[at].x;
            latitudes[at] = line[at].y;
        }
        return Ellipsoid.area(longitudes, latitudes);
    }

    private static double length(Coordinate[] line) {
        var sum = 0.0;
        for (var at = 1; at < line.length; at++) {
            sum += Ellipsoid.distance(
                    new GeoPoint(line[at - 1].x, line[at - 1].y), new GeoPoint(line[at].x, line[at].y));
        }
        return sum;
    }
}
