package org.zhengtong.base.geo.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.zhengtong.base.geo.internal.shape.SomeLayer.collection;
import static org.zhengtong.base.geo.internal.shape.SomeLayer.feature;
import static org.zhengtong.base.geo.internal.shape.SomeLayer.point;
import static org.zhengtong.base.geo.internal.shape.SomeLayer.polygon;
import static org.zhengtong.base.geo.internal.shape.SomeLayer.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.FeatureFault;
import org.zhengtong.base.geo.ShapeKind;

/** A source is read whole, or each feature's fault is said. */
class ReadingGeoJsonTest {

    private static final String SQUARE = "[[117,36],[117.1,36],[117.1,36.1],[117,36.1],[117,36]]";

    private static void refused(String source, int feature, String key) {
        assertThat(read(source).faults()).as(source).anySatisfy(fault -> {
            assertThat(fault.feature()).isEqualTo(feature);
            assertThat(fault.key()).isEqualTo("geo.fault." + key);
        });
    }

    @Test
    void reads_features_with_name_code_box_and_size() {
        var read = read(collection(polygon("[" + SQUARE + "]")));

        assertThat(read.faults()).isEmpty();
        assertThat(read.features()).singleElement().satisfies(feature -> {
            assertThat(feature.name()).isEqualTo("甲");
            assertThat(feature.code()).isEqualTo("7");
            assertThat(feature.kind()).isEqualTo(ShapeKind.AREA);
            assertThat(feature.bounds().east()).isEqualTo(117.1);
            assertThat(feature.points()).isEqualTo(5);
            assertThat(feature.size()).isCloseTo(99.94e6, within(0.1e6));
        });
    }

    @Test
    void takes_a_single_feature_or_geometry_as_a_layer_of_one() {
        assertThat(read(feature(point("[117,36]"))).features()).hasSize(1);
        assertThat(read(point("[117,36,25.5]")).features()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            not_json             | {
            not_json             | {"type":"FeatureCollection","features":[{]}
            not_json             | {"type":"Point","coordinates":[NaN,36]}
            not_json             | {"type":
            not_geojson          | []
            not_geojson          | 7
            not_geojson          | {}
            not_geojson          | {"type":"Topology"}
            not_geojson          | {"type":"Point","coordinates":[117,36]} {}
            nothing_in_it        | {"type":"FeatureCollection","features":[]}
            other_system         | {"crs":{"properties":{"name":"EPSG:3857"}},"type":"FeatureCollection","features":[]}
            """)
    void says_what_is_wrong_with_the_file(String key, String source) {
        refused(source, 0, key);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no_geometry     | null
            other_geometry  | {"type":"Circle"}
            other_geometry  | {"type":"GeometryCollection","geometries":[]}
            empty_geometry  | {"type":"Point","coordinates":[]}
            empty_geometry  | {"type":"Polygon","coordinates":[]}
            empty_geometry  | {"type":"MultiPolygon","coordinates":[[]]}
            empty_geometry  | {"type":"LineString","coordinates":[]}
            too_few_points  | {"type":"LineString","coordinates":[[117,36]]}
            too_few_points  | {"type":"Polygon","coordinates":[[[117,36],[118,36],[117,36]]]}
            open_ring       | {"type":"Polygon","coordinates":[[[117,36],[118,36],[118,37],[117,37]]]}
            crosses_itself  | {"type":"Polygon","coordinates":[[[117,36],[118,37],[118,36],[117,37],[117,36]]]}
            hole_outside    | {"type":"Polygon","coordinates":[[[117,36],[118,36],[118,37],[117,36]],[[120,36],[121,36],[121,37],[120,36]]]}
            not_numbers     | {"type":"Point","coordinates":["117","36"]}
            not_numbers     | {"type":"Point","coordinates":[1e999,36]}
            not_numbers     | {"type":"Point","coordinates":[117]}
            out_of_range    | {"type":"Point","coordinates":[1e308,36]}
            out_of_range    | {"type":"Point","coordinates":[500000,4000000]}
            swapped         | {"type":"Point","coordinates":[36.6,117.0]}
            swapped         | {"type":"Point","coordinates":[20,80]}
            outside_china   | {"type":"Point","coordinates":[2.35,48.85]}
            antimeridian    | {"type":"LineString","coordinates":[[179,40],[-179,40]]}
            """)
    void says_what_is_wrong_with_a_feature(String key, String geometry) {
        refused(collection(geometry), 1, key);
    }

    @Test
    void names_each_wrong_feature_by_its_number() {
        var faults = read(collection(point("[117,36]"), point("[36,117]"), point("[117,36]"), "null"))
                .faults();

        assertThat(faults).extracting(FeatureFault::feature).containsExactly(2, 4);
    }

    @Test
    void a_layer_holds_one_kind_of_shape() {
        refused(collection(point("[117,36]"), polygon("[" + SQUARE + "]")), 2, "mixed");
    }

    @Test
    void stops_at_too_many_features_points_and_faults() {
        var layer = SomeLayer.of("few", CoordinateSystem.CGCS2000, null);
        var three = collection(point("[117,36]"), point("[117,36]"), point("[117,36]"));

        assertThat(read(three, layer, new SourceLimits(2, 100, 10)).faults())
                .extracting(FeatureFault::key)
                .containsExactly("geo.fault.too_many_features");
        assertThat(read(three, layer, new SourceLimits(10, 2, 10)).faults())
                .extracting(FeatureFault::key)
                .containsExactly("geo.fault.too_many_points");
        assertThat(read(collection("null", "null", "null"), layer, new SourceLimits(10, 10, 2))
                        .faults())
                .hasSize(2);
    }

    @Test
    void refuses_properties_the_database_cannot_keep() {
        refused(
                "{\"type\":\"Feature\",\"properties\":{\"a\":\"\\u0000\"},\"geometry\":" + point("[117,36]") + "}",
                1,
                "bad_text");
        refused(
                "{\"type\":\"Feature\",\"properties\":{\"a\":\"\\ud800\"},\"geometry\":" + point("[117,36]") + "}",
                1,
                "bad_text");
        refused(
                "{\"type\":\"Feature\",\"properties\":{\"a\":\"" + "x".repeat(30_000) + "\"},\"geometry\":"
                        + point("[117,36]") + "}",
                1,
                "large_properties");
    }

    @Test
    void deep_nesting_is_refused_instead_of_followed() {
        refused("[".repeat(100_000), 0, "not_geojson");
        refused("{\"type\":\"Polygon\",\"coordinates\":" + "[".repeat(100_000), 0, "not_json");
    }
}
