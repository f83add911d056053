package org.zhengtong.base.geo.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.zhengtong.base.geo.GeoPoint;

/** Lengths and areas are those of the ellipsoid. */
class MeasuringTest {

    @Test
    void the_line_of_vincentys_example_is_as_long_as_published() {
        // Flinders Peak to Buninyong on GRS 80 (Geoscience Australia): 54 972.271 m.
        var flinders = new GeoPoint(144 + 25 / 60.0 + 29.52440 / 3600, -(37 + 57 / 60.0 + 3.72030 / 3600));
        var buninyong = new GeoPoint(143 + 55 / 60.0 + 35.38390 / 3600, -(37 + 39 / 60.0 + 10.15610 / 3600));

        assertThat(Ellipsoid.distance(flinders, buninyong)).isCloseTo(54_972.271, within(0.001));
    }

    @Test
    void a_quarter_of_the_meridian_has_its_known_length() {
        assertThat(Ellipsoid.distance(new GeoPoint(117, 0), new GeoPoint(117, 90)))
                .isCloseTo(10_001_965.729, within(0.01));
    }

    @Test
    void no_way_and_almost_half_around_the_earth_end() {
        assertThat(Ellipsoid.distance(new GeoPoint(117, 36), new GeoPoint(117, 36)))
                .isZero();
        assertThat(Ellipsoid.distance(new GeoPoint(0, 0), new GeoPoint(179.9, 0.1)))
                .isFinite();
    }

    @Test
    void an_eighth_of_the_earth_has_an_eighth_of_its_area() {
        var area = Ellipsoid.area(new double[] {0, 90, 90, 0, 0}, new double[] {0, 0, 90, 90, 0});

        // Whole surface of the ellipsoid: 510 065 621.724 km².
        assertThat(area).isCloseTo(510_065_621_724_088.0 / 8, within(1e9));
    }

    @Test
    void a_side_follows_the_shortest_line_not_the_parallel() {
        var direct = Ellipsoid.area(new double[] {110, 120, 120, 110, 110}, new double[] {0, 0, 40, 40, 0});
        var steps = 1000;
        var longitudes = new double[steps + 4];
        var latitudes = new double[steps + 4];
        longitudes[0] = 110;
        longitudes[1] = 120;
        for (var step = 0; step <= steps; step++) {
            longitudes[step + 2] = 120 - 10.0 * step / steps;
            latitudes[step + 2] = 40;
        }
        longitudes[steps + 3] = 110;
        var alongTheParallel = Ellipsoid.area(longitudes, latitudes);

        // What lies between chord and parallel: L³ tan φ / 12 R, with L = 853.9 km.
        assertThat(direct - alongTheParallel).isCloseTo(6.82e9, within(0.2e9));
    }
}
