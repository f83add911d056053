package org.zhengtong.base.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.testing.PlatformTest;

/** Which division a place lies in, what lies around it, and how far. */
@PlatformTest
class PlacesTest {

    private static final CurrentUser STAFF =
            new CurrentUser(new AccountId(1), "某人", AccountKind.STAFF, null, null, java.util.Set.of());

    @Autowired
    private Places places;

    @Autowired
    private LayerDrawing drawing;

    /** Well-known places by their WGS 84 coordinates. */
    @ParameterizedTest
    @CsvSource({
        "117.0170, 36.6610, 370102", // 泉城广场, 历下区
        "117.1060, 36.2560, 370902", // 泰山玉皇顶, 泰山区
        "116.9860, 35.5960, 370881", // 曲阜孔庙
        "120.3130, 36.0610, 370202", // 青岛栈桥, 市南区
    })
    void a_place_lies_in_its_county(double longitude, double latitude, String county) {
        assertThat(places.divisionOf(new GeoPoint(longitude, latitude))).contains(new DivisionCode(county));
    }

    @Test
    void a_place_outside_every_outline_lies_in_none() {
        assertThat(places.divisionOf(new GeoPoint(116.4, 39.9))).isEmpty();
        assertThat(places.divisionOf(new GeoPoint(-70, -33))).isEmpty();
    }

    @Test
    void a_division_has_a_box_that_holds_its_counties() {
        var city = places.boundsOf(new DivisionCode("370100")).orElseThrow();

        assertThat(city.with(places.boundsOf(new DivisionCode("370102")).orElseThrow()))
                .isEqualTo(city);
        assertThat(places.boundsOf(new DivisionCode("110000"))).isEmpty();
    }

    @Test
    void features_in_a_box_are_those_whose_shape_touches_it() {
        var around = new GeoBox(117.0, 36.65, 117.02, 36.67);

        assertThat(places.inBox(LayerCode.DIVISIONS, around, 100, STAFF))
                .extracting(LayerFeature::code)
                .contains("370000", "370100", "370102")
                .doesNotContain("370202");
    }

    @Test
    void features_near_a_place_come_with_their_distance() {
        var square = new GeoPoint(117.0170, 36.6610);

        var near = places.near(LayerCode.DIVISIONS, square, 30_000, 100, STAFF);

        assertThat(near).isSortedAccordingTo(java.util.Comparator.comparingDouble(Places.Near::metres));
        assertThat(near.getFirst().metres()).isZero();
        assertThat(near).anySatisfy(each -> assertThat(each.metres()).isBetween(1.0, 30_000.0));
        assertThat(places.distance(square, new GeoPoint(117.0170, 36.6710))).isCloseTo(1109.8, within(0.5));
    }

    @Test
    void the_tile_over_the_whole_province_is_made_quickly_and_kept() {
        var address = new LayerDrawing.TileAddress(LayerCode.DIVISIONS, 6, 52, 25);
        var started = System.nanoTime();
        var tile = drawing.tile(address, STAFF);
        System.out.println(
                "geo: tile of " + tile.length + " bytes in " + (System.nanoTime() - started) / 1_000_000 + " ms");

        assertThat(tile).isNotEmpty();
        assertThat(drawing.tile(address, STAFF)).isSameAs(tile);
    }
}
