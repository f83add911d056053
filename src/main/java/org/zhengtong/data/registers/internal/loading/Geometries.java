package org.zhengtong.data.registers.internal.loading;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.GeoBox;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Geometries as GeoJSON (RFC 7946) in CGCS2000 degrees, or a point written as {@code longitude,latitude}. */
public final class Geometries {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int CLOSED = 4;

    private Geometries() {}

    /** A geometry in its kept form with its box. */
    public record Shape(String geoJson, GeoBox box) {

        /** The box as PostgreSQL reads it. */
        public String sqlBox() {
            return String.format(Locale.ROOT, "(%s,%s),(%s,%s)", box.east(), box.north(), box.west(), box.south());
        }
    }

    public static Optional<Shape> read(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            var tree = text.startsWith("{") ? JSON.readTree(text) : point(text);
            var bounds = new Bounds();
            return tree != null && bounds.geometry(tree) && bounds.box() != null
                    ? Optional.of(new Shape(tree.toString(), bounds.box()))
                    : Optional.empty();
        } catch (JacksonException | IllegalArgumentException wrong) {
            return Optional.empty();
        }
    }

    private static @Nullable JsonNode point(String text) {
        var parts = text.split("[,\uff0c ]+");
        if (parts.length != 2) {
            return null;
        }
        var point = JSON.createObjectNode().put("type", "Point");
        point.putArray("coordinates").add(Double.parseDouble(parts[0])).add(Double.parseDouble(parts[1]));
        return point;
    }

    /** Walks over all positions of a geometry and says whether it is one. */
    private static final class Bounds {

        private double west = 181;
        private double south = 91;
        private double east = -181;
        private double north = -91;

        boolean geometry(JsonNode node) {
            var coordinates = node.path("coordinates");
            return switch (node.path("type").asString("")) {
                case "Point" -> position(coordinates);
                case "MultiPoint" -> each(coordinates, this::position);
                case "LineString" -> coordinates.size() > 1 && each(coordinates, this::position);
                case "MultiLineString" -> each(coordinates, line -> line.size() > 1 && each(line, this::position));
                case "Polygon" -> each(coordinates, this::ring);
                case "MultiPolygon" -> each(coordinates, polygon -> each(polygon, this::ring));
                default -> false;
            };
        }

        private static boolean each(JsonNode list, java.util.function.Predicate<JsonNode> good) {
            return list.isArray() && !list.isEmpty() && list.valueStream().allMatch(good);
        }

        private boolean ring(JsonNode ring) {
            return ring.size() >= CLOSED && ring.get(0).equals(ring.get(ring.size() - 1)) && each(ring, this::position);
        }

        private boolean position(JsonNode position) {
            if (!position.isArray()
                    || position.size() < 2
                    || !position.get(0).isNumber()
                    || !position.get(1).isNumber()) {
                return false;
            }
            var lon = position.get(0).doubleValue();
            var lat = position.get(1).doubleValue();
            west = Math.min(west, lon);
            east = Math.max(east, lon);
            south = Math.min(south, lat);
            north = Math.max(north, lat);
            return Math.abs(lon) <= 180 && Math.abs(lat) <= 90;
        }

        @Nullable
        GeoBox box() {
            return west > east ? null : new GeoBox(west, south, east, north);
        }
    }
}
