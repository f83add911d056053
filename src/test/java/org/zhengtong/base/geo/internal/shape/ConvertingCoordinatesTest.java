package org.zhengtong.base.geo.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengtong.base.geo.CoordinateSystem;
import org.zhengtong.base.geo.GeoPoint;

/** What sources give in other systems comes out in degrees of CGCS2000. */
class ConvertingCoordinatesTest {

    /** Pairs that go with the published program evil-transform (WGS 84, then GCJ-02). */
    @ParameterizedTest
    @CsvSource({
        "121.5272106, 31.1774276, 121.531541859215, 31.17530398364597",
        "113.912316, 22.543847, 113.9171764808363, 22.540796131694766",
        "116.377817, 39.911954, 116.38404722455657, 39.91334545536069"
    })
    void known_pairs_of_gcj02_come_back_within_half_a_metre(double lon, double lat, double gcjLon, double gcjLat) {
        var found = GcjShift.unshift(gcjLon, gcjLat);

        assertThat(Ellipsoid.distance(new GeoPoint(found[0], found[1]), new GeoPoint(lon, lat)))
                .isLessThan(0.5);
        assertThat(Ellipsoid.distance(new GeoPoint(gcjLon, gcjLat), new GeoPoint(lon, lat)))
                .isBetween(300.0, 700.0);
    }

    @Property(tries = 300)
    void every_place_in_china_comes_back(
            @ForAll @DoubleRange(min = 73, max = 136) double lon, @ForAll @DoubleRange(min = 3, max = 54) double lat) {
        var shifted = GcjShift.shift(lon, lat);
        var back = GcjShift.unshift(shifted[0], shifted[1]);

        assertThat(Ellipsoid.distance(new GeoPoint(back[0], back[1]), new GeoPoint(lon, lat)))
                .isLessThan(0.01);
    }

    @Test
    void gauss_krueger_comes_back_with_and_without_the_number_of_its_zone() {
        var plain = new GaussKrueger(117).place(500_000, 3_985_144.0);
        var numbered = new GaussKrueger(null).place(39_500_000, 3_985_144.0);

        // On the central meridian the north coordinate is the length of the meridian from the equator.
        assertThat(plain).isNotNull();
        assertThat(plain[0]).isCloseTo(117, within(1e-9));
        assertThat(numbered).isEqualTo(plain);
        assertThat(Ellipsoid.distance(new GeoPoint(117, 0), new GeoPoint(117, plain[1])))
                .isCloseTo(3_985_144.0, within(0.01));
    }

    @Test
    void beside_the_central_meridian_lengths_stay_true_to_scale() {
        var plane = new GaussKrueger(117);
        var one = plane.place(550_000, 4_050_000);
        var other = plane.place(551_000, 4_050_000);

        assertThat(one).isNotNull();
        assertThat(other).isNotNull();
        // Scale at 50.5 km from the central meridian: 1 + y² / 2R² = 1.0000311.
        assertThat(Ellipsoid.distance(new GeoPoint(one[0], one[1]), new GeoPoint(other[0], other[1])))
                .isCloseTo(1000 / 1.0000311, within(0.005));
    }

    @Test
    void without_zone_and_meridian_nothing_is_guessed() {
        assertThat(new GaussKrueger(null).place(500_000, 4_000_000)).isNull();
        assertThat(new GaussKrueger(117).place(4_000_000, 500_000)).isNull();
        assertThat(SomeLayer.read(
                                SomeLayer.collection(SomeLayer.point("[500000,4000000]")),
                                SomeLayer.of("plane", CoordinateSystem.GAUSS_KRUEGER, null),
                                SourceLimits.USUAL)
                        .faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.key()).isEqualTo("geo.fault.out_of_zone"));
    }
}
