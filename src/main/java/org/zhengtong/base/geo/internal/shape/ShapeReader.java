package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;
import org.zhengtong.base.geo.NewLayer;
import tools.jackson.databind.JsonNode;

/** Turns the geometry of one feature into a shape in degrees, or says why it cannot be one. */
final class ShapeReader {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final int MOST_PARTS = 100_000;

    private final Positions positions;
    private final Faults faults;
    private final boolean degrees;
    private int feature;

    ShapeReader(NewLayer layer, Faults faults) {
        this.positions = Positions.of(layer);
        this.faults = faults;
        this.degrees = layer.system() != org.zhengtong.base.geo.CoordinateSystem.GAUSS_KRUEGER;
    }

    /** A part that cannot be read; the fault is told already. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable() {
            super(null, null, false, false);
        }
    }

    @Nullable
    StoredShape read(int number, JsonNode geometry) {
        feature = number;
        try {
            var shape = geometry(geometry);
            checkWhole(shape);
            return StoredShape.of(shape);
        } catch (Unreadable told) {
            return null;
        }
    }

    private Geometry geometry(JsonNode node) throws Unreadable {
        if (!node.isObject()) {
            throw fault("geo.fault.no_geometry");
        }
        var coordinates = node.path("coordinates");
        return switch (node.path("type").asString("")) {
            case "Point" -> SHAPES.createPoint(position(coordinates));
            case "MultiPoint" -> SHAPES.createMultiPointFromCoords(line(coordinates, 1));
            case "LineString" -> SHAPES.createLineString(line(coordinates, 2));
            case "MultiLineString" -> {
                var lines = new ArrayList<LineString>();
                for (var part : parts(coordinates)) {
                    lines.add(SHAPES.createLineString(line(part, 2)));
                }
                yield SHAPES.createMultiLineString(lines.toArray(LineString[]::new));
            }
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                var polygons = new ArrayList<Polygon>();
                for (var part : parts(coordinates)) {
                    polygons.add(polygon(part));
                }
                yield SHAPES.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> throw fault("geo.fault.other_geometry");
        };
    }

    private Polygon polygon(JsonNode node) throws Unreadable {
        var rings = new ArrayList<LinearRing>();
        for (var part : parts(node)) {
            var ring = line(part, 4);
            if (!ring[0].equals2D(ring[ring.length - 1])) {
                throw fault("geo.fault.open_ring");
            }
            rings.add(SHAPES.createLinearRing(ring));
        }
        return SHAPES.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new));
    }

    private List<JsonNode> parts(JsonNode node) throws Unreadable {
        if (!node.isArray() || node.isEmpty()) {
            throw fault("geo.fault.empty_geometry");
        }
        if (node.size() > MOST_PARTS) {
            throw fault("geo.fault.too_many_points", MOST_PARTS);
        }
        return node.valueStream().toList();
    }

    private Coordinate[] line(JsonNode node, int fewest) throws Unreadable {
        if (!node.isArray() || node.isEmpty()) {
            throw fault("geo.fault.empty_geometry");
        }
        if (node.size() < fewest) {
            throw fault("geo.fault.too_few_points", fewest);
        }
        var line = new Coordinate[node.size()];
        for (var at = 0; at < line.length; at++) {
            line[at] = position(node.get(at));
            if (degrees && at > 0 && Math.abs(line[at].x - line[at - 1].x) > 180) {
                throw fault("geo.fault.antimeridian");
            }
        }
        return line;
    }

    private Coordinate position(JsonNode node) throws Unreadable {
        if (!node.isArray() || node.isEmpty()) {
            throw fault("geo.fault.empty_geometry");
        }
        if (node.size() < 2 || !node.get(0).isNumber() || !node.get(1).isNumber()) {
            throw fault("geo.fault.not_numbers");
        }
        var first = node.get(0).doubleValue();
        var second = node.get(1).doubleValue();
        if (!Double.isFinite(first) || !Double.isFinite(second)) {
            throw fault("geo.fault.not_numbers");
        }
        var place = positions.place(first, second);
        if (place == null) {
            throw degrees && Region.swapped(first, second)
                    ? fault("geo.fault.swapped", first, second)
                    : fault(degrees ? "geo.fault.out_of_range" : "geo.fault.out_of_zone", first, second);
        }
        return new Coordinate(place[0], place[1]);
    }

    private void checkWhole(Geometry shape) throws Unreadable {
        for (var place : shape.getCoordinates()) {
            if (!Region.holds(place.x, place.y)) {
                throw fault(
                        Region.swapped(place.x, place.y) ? "geo.fault.swapped" : "geo.fault.outside_china",
                        place.x,
                        place.y);
            }
        }
        if (shape instanceof Point) {
            return;
        }
        var wrong = new IsValidOp(shape).getValidationError();
        if (wrong != null) {
            var where = wrong.getCoordinate();
            throw fault(ShapeFaults.keyOf(wrong.getErrorType()), written(where.x), written(where.y));
        }
    }

    private static String written(double degrees) {
        return String.format(java.util.Locale.ROOT, "%.6f", degrees);
    }

    private Unreadable fault(String key, Object... arguments) {
        faults.add(feature, key, arguments);
        return new Unreadable();
    }
}
