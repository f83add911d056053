package org.zhengtong.base.geo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.ShapeKind;
import org.zhengtong.base.geo.internal.shape.ReadFeature;
import org.zhengtong.base.geo.internal.shape.SomeLayer;
import org.zhengtong.testing.RoomDatabase;

/** Among a hundred thousand features the index finds those in a box. */
class AskingTheIndexTest {

    private static final int FEATURES = 100_000;
    private static final GeoBox SMALL = new GeoBox(117.0, 36.0, 117.05, 36.05);

    private static JdbcClient jdbc;
    private static FeatureStore features;
    private static long layer;

    @BeforeAll
    static void a_hundred_thousand_features() {
        jdbc = JdbcClient.create(RoomDatabase.with("geo"));
        features = new FeatureStore(jdbc);
        layer = jdbc.sql("""
                insert into geo.layer (code, name, name_en, source, license, source_system, visibility, kind, features,
                    points, west, south, east, north, added_at, added_by)
                values ('many', '', '', '', '', 'CGCS2000', 'STAFF', 'POINT', 0, 0, 0, 0, 0, 0, now(), '')
                returning id
                """).query(Long.class).single();
        var started = System.nanoTime();
        features.replaceAll(layer, points());
        System.out.println("geo: " + FEATURES + " features stored in " + millis(started) + " ms");
        jdbc.sql("analyze geo.feature").update();
    }

    private static List<ReadFeature> points() {
        var shape = SomeLayer.read("{\"type\":\"Point\",\"coordinates\":[117,36]}")
                .features()
                .getFirst()
                .shape();
        var all = new ArrayList<ReadFeature>();
        for (var at = 0; at < FEATURES; at++) {
            var lon = 114 + at % 400 * 0.02;
            var lat = 34 + at / 400 * 0.016;
            all.add(new ReadFeature(
                    at + 1, "c" + at, "", "{}", ShapeKind.POINT, new GeoBox(lon, lat, lon, lat), 1, 0, shape));
        }
        return all;
    }

    private static long millis(long started) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
    }

    @Test
    void the_plan_uses_the_index_of_the_boxes() {
        var plan = String.join(
                "\n", jdbc.sql("""
                explain select number from geo.feature f
                where f.bounds && box(point(117, 36), point(117.05, 36.05)) and f.layer_id = %d
                order by f.number limit 100
                """.formatted(layer)).query(String.class).list());

        assertThat(plan).contains("feature_bounds").doesNotContain("Seq Scan");
    }

    @Test
    void a_box_is_answered_within_a_few_milliseconds() {
        features.inBox(layer, SMALL, 1000);
        var started = System.nanoTime();
        for (var turn = 0; turn < 100; turn++) {
            assertThat(features.inBox(layer, SMALL, 1000)).hasSize(12);
        }
        var each = millis(started) / 100.0;
        System.out.println("geo: a box among " + FEATURES + " features in " + each + " ms");

        assertThat(each).isLessThan(50);
    }
}
