package org.zhengtong.base.geo.internal.shape;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.NewLayer;
import org.zhengtong.base.geo.ShapeKind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads GeoJSON (RFC 7946) feature by feature and says of each what is wrong with it. Never throws for content: a source
 * of any bytes gives faults or features.
 */
public final class GeoJsonReader {

    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 1_000_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LARGEST_PROPERTIES = 20_000;
    private static final int LONGEST_NAME = 200;
    private static final Set<String> GEOMETRIES = Set.of(
            "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "GeometryCollection");
    private static final Pattern SAME_SYSTEM = Pattern.compile(".*(?:CRS84|4326|4490).*");
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final NewLayer layer;
    private final SourceLimits limits;
    private final ShapeReader shapes;
    private final Faults faults;
    private final List<ReadFeature> features = new ArrayList<>();
    private @Nullable ShapeKind kind;
    private int count;
    private long points;

    private GeoJsonReader(NewLayer layer, SourceLimits limits) {
        this.layer = layer;
        this.limits = limits;
        this.faults = new Faults(limits.faults());
        this.shapes = new ShapeReader(layer, faults);
    }

    /** Reads the whole source, or as much of it as is needed to see that it cannot be taken. */
    public static ReadLayer read(InputStream source, NewLayer layer, SourceLimits limits) {
        var reader = new GeoJsonReader(layer, limits);
        try (var parser = JSON.createParser(source)) {
            reader.document(parser);
        } catch (JacksonException broken) {
            var where = broken.getLocation();
            reader.faults.add(
                    0,
                    "geo.fault.not_json",
                    where == null ? 0 : where.getLineNr(),
                    where == null ? 0 : where.getColumnNr());
        }
        return new ReadLayer(reader.features, reader.faults.list());
    }

    private void document(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            faults.add(0, "geo.fault.not_geojson");
            return;
        }
        var rest = JSON.createObjectNode();
        var listed = false;
        while (parser.nextToken() == JsonToken.PROPERTY_NAME && !faults.full()) {
            var name = parser.currentName();
            if (parser.nextToken() == JsonToken.START_ARRAY && name.equals("features")) {
                listed = true;
                if (!list(parser)) {
                    return;
                }
            } else {
                rest.set(name, JSON.readTree(parser));
            }
        }
        if (!faults.full() && parser.nextToken() != null) {
            faults.add(0, "geo.fault.not_geojson");
        }
        whole(rest, listed);
    }

    /** False when there is no use in reading on. */
    private boolean list(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (count >= limits.features()) {
                faults.add(0, "geo.fault.too_many_features", limits.features());
                return false;
            }
            feature(JSON.readTree(parser));
            if (points > limits.points()) {
                faults.add(0, "geo.fault.too_many_points", limits.points());
                return false;
            }
            if (faults.full()) {
                return false;
            }
        }
        return true;
    }

    private void whole(JsonNode rest, boolean listed) {
        var type = rest.path("type").asString("");
        foreignSystem(rest);
        if (listed && !type.equals("FeatureCollection")) {
            faults.add(0, "geo.fault.not_geojson");
        } else if (type.equals("Feature")) {
            feature(rest);
        } else if (GEOMETRIES.contains(type)) {
            feature(JSON.createObjectNode().put("type", "Feature").set("geometry", rest));
        } else if (!type.equals("FeatureCollection")) {
            faults.add(0, "geo.fault.not_geojson");
        }
        if (faults.empty() && features.isEmpty()) {
            faults.add(0, "geo.fault.nothing_in_it");
        }
    }

    /** Sources written before RFC 7946 may name their system; another than the one chosen is a mistake. */
    private void foreignSystem(JsonNode rest) {
        var named = rest.path("crs").path("properties").path("name").asString("");
        if (!named.isEmpty()
                && layer.system() != CoordinateSystem.GAUSS_KRUEGER
                && !SAME_SYSTEM.matcher(named.toUpperCase(Locale.ROOT)).matches()) {
            faults.add(0, "geo.fault.other_system", shortened(named));
        }
    }

    private void feature(JsonNode node) {
        count++;
        if (!node.isObject() || !node.path("type").asString("").equals("Feature")) {
            faults.add(count, "geo.fault.not_a_feature");
            return;
        }
        var before = faults.count();
        var shape = shapes.read(count, node.path("geometry"));
        var properties = properties(node);
        if (shape == null || faults.count() > before) {
            return;
        }
        points += shape.points();
        if (kind == null) {
            kind = shape.kind();
        } else if (kind != shape.kind()) {
            faults.add(count, "geo.fault.mixed");
            return;
        }
        features.add(new ReadFeature(
                count,
                text(node, layer.codeProperty()),
                text(node, layer.nameProperty()),
                properties,
                shape.kind(),
                shape.bounds(),
                shape.points(),
                shape.size(),
                shape.wkb()));
    }

    private String properties(JsonNode feature) {
        var node = feature.path("properties");
        if (!node.isObject()) {
            return "{}";
        }
        var text = node.toString();
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_PROPERTIES) {
            faults.add(count, "geo.fault.large_properties", LARGEST_PROPERTIES);
        }
        // PostgreSQL keeps neither the character of number 0 nor half a character.
        if (text.contains("\\u0000")
                || !StandardCharsets.UTF_8.newEncoder().canEncode(text)
                || text.toLowerCase(Locale.ROOT).contains("\\ud")) {
            faults.add(count, "geo.fault.bad_text");
        }
        return text;
    }

    private static String text(JsonNode feature, String property) {
        var value = property.isBlank() ? null : feature.path("properties").get(property.strip());
        return value == null || value.isNull() || value.isContainer() ? "" : shortened(value.asString());
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_NAME ? text : text.substring(0, LONGEST_NAME);
    }
}
