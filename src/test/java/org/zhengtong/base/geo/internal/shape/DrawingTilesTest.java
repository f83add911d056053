package org.zhengtong.base.geo.internal.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.geo.LayerCode;
import org.zhengtong.base.geo.LayerDrawing.TileAddress;

/** A tile holds what is seen of a layer in its square, and no more. */
class DrawingTilesTest {

    private static final LayerCode SOME = new LayerCode("some");

    private static byte[] tile(int zoom, int x, int y, String geometry) {
        var grid = new TileGrid(new TileAddress(SOME, zoom, x, y));
        var tile = new VectorTile(grid, "some");
        SomeLayer.read(SomeLayer.collection(geometry))
                .features()
                .forEach(each -> tile.draw(new DrawnFeature(each.number(), each.code(), each.name(), each.shape())));
        return tile.bytes();
    }

    @Test
    void the_tile_of_a_square_in_shandong_is_written_as_the_specification_says() {
        // Tile 7/105/50: longitude 115.3125 to 118.125, latitude 34.307 to 36.598.
        var bytes = tile(7, 105, 50, SomeLayer.point("[116.71875,35.46067]"));

        // layers(3) { name(1) feature(2) { id 1, tags(2) 0 0 1 1, type(3) 1, geometry(4) [9 x y] } …
        assertThat(bytes[0]).isEqualTo((byte) 0x1A);
        assertThat(bytes).contains("some".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(bytes[bytes.length - 2]).isEqualTo((byte) (15 << 3));
        assertThat(bytes[bytes.length - 1]).isEqualTo((byte) 2);
    }

    @Test
    void tiles_where_nothing_lies_are_empty() {
        assertThat(tile(7, 104, 50, SomeLayer.point("[116.71875,35.46067]"))).isEmpty();
        assertThat(tile(0, 0, 0, SomeLayer.polygon("[[[117,36],[117.001,36],[117.001,36.001],[117,36]]]")))
                .isEmpty();
    }

    @Test
    void tile_numbers_out_of_range_do_not_exist() {
        assertThatThrownBy(() -> new TileAddress(SOME, 3, 8, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileAddress(SOME, 3, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TileAddress(SOME, 99, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_tile_knows_its_square() {
        var box = new TileGrid(new TileAddress(SOME, 7, 105, 50)).bounds();

        assertThat(box.west()).isCloseTo(115.3125, within(0.05));
        assertThat(box.east()).isCloseTo(118.125, within(0.05));
        assertThat(box.south()).isCloseTo(34.307, within(0.05));
        assertThat(box.north()).isCloseTo(36.598, within(0.05));
    }

    @Test
    void rings_and_lines_are_cut_at_the_sides() {
        var clipping = new Clipping(0, 10);

        assertThat(clipping.ring(List.of(
                        new double[] {5, 5}, new double[] {15, 5}, new double[] {15, 15}, new double[] {5, 15})))
                .containsExactlyInAnyOrder(
                        new double[] {5, 5}, new double[] {10, 5}, new double[] {10, 10}, new double[] {5, 10});
        assertThat(clipping.line(
                        List.of(new double[] {-5, 5}, new double[] {15, 5}, new double[] {15, 8}, new double[] {5, 8})))
                .hasSize(2);
        assertThat(clipping.line(List.of(new double[] {-5, 5}, new double[] {-1, 50})))
                .isEmpty();
    }

    @Test
    void points_nobody_would_see_are_left_out() {
        var line = List.of(new double[] {0, 0}, new double[] {5, 0.5}, new double[] {10, 0}, new double[] {10, 9});

        assertThat(Simplifying.simplify(line, 1)).hasSize(3);
        assertThat(Simplifying.simplify(line, 0.1)).hasSize(4);
    }
}
