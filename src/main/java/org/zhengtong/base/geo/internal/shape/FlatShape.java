package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.zhengtong.base.geo.ShapeKind;

/**
 * A stored shape on a plane: its points, lines or rings, the outer ring of each area before its holes.
 *
 * @param namedAt where the name of an area stands; null for others
 */
record FlatShape(ShapeKind kind, List<Part> parts, double @Nullable [] namedAt) {

    /** One point, line or ring. */
    record Part(List<double[]> line, boolean hole) {}

    static FlatShape of(byte[] wkb, Plane plane) {
        var shape = StoredShape.read(wkb);
        var parts = new ArrayList<Part>();
        for (var at = 0; at < shape.getNumGeometries(); at++) {
            add(shape.getGeometryN(at), plane, parts);
        }
        var kind = switch (shape.getDimension()) {
            case 0 -> ShapeKind.POINT;
            case 1 -> ShapeKind.LINE;
            default -> ShapeKind.AREA;
        };
        return new FlatShape(kind, parts, kind == ShapeKind.AREA ? inside(shape, plane) : null);
    }

    /** A place well inside the largest part. */
    private static double[] inside(Geometry shape, Plane plane) {
        var largest = shape.getGeometryN(0);
        for (var at = 1; at < shape.getNumGeometries(); at++) {
            if (shape.getGeometryN(at).getArea() > largest.getArea()) {
                largest = shape.getGeometryN(at);
            }
        }
        var middle = largest.getCentroid();
        var place = largest.contains(middle)
                ? middle.getCoordinate()
                : largest.getInteriorPoint().getCoordinate();
        return new double[] {plane.x(place.x, place.y), plane.y(place.x, place.y)};
    }

    private static void add(Geometry shape, Plane plane, List<Part> parts) {
        switch (shape) {
            case Polygon polygon -> {
                parts.add(new Part(flat(polygon.getExteriorRing().getCoordinates(), plane), false));
                for (var hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    parts.add(new Part(flat(polygon.getInteriorRingN(hole).getCoordinates(), plane), true));
                }
            }
            case LineString line -> parts.add(new Part(flat(line.getCoordinates(), plane), false));
            default -> parts.add(new Part(flat(shape.getCoordinates(), plane), false));
        }
    }

    private static List<double[]> flat(Coordinate[] line, Plane plane) {
        var flat = new ArrayList<double[]>(line.length);
        for (var place : line) {
            flat.add(new double[] {plane.x(place.x, place.y), plane.y(place.x, place.y)});
        }
        return flat;
    }
}
