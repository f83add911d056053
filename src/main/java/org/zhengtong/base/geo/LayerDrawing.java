package org.zhengtong.base.geo;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** Layers made to be looked at: vector tiles, a picture, and GeoJSON to take away. */
public interface LayerDrawing {

    /** Deepest zoom of vector tiles; maps enlarge those beyond. */
    int DEEPEST_ZOOM = 16;

    /** Name of a tile's content for caches; it changes with the layer. */
    Optional<String> tileTag(TileAddress address, @Nullable CurrentUser user);

    /** A vector tile (Mapbox Vector Tile 2.1); empty bytes where the layer has nothing. */
    byte[] tile(TileAddress address, @Nullable CurrentUser user);

    /** Shapes as SVG paths in a picture of this box, the layer's own or the given feature's. */
    Optional<Picture> picture(LayerCode layer, @Nullable String code, @Nullable CurrentUser user);

    /** The layer as a GeoJSON feature collection in CGCS2000, piece by piece. */
    void writeGeoJson(LayerCode layer, @Nullable CurrentUser user, Appendable target) throws java.io.IOException;

    /** One tile of a layer in the numbering of web maps: {@code x} from the west, {@code y} from the north. */
    record TileAddress(LayerCode layer, int zoom, int x, int y) {

        public TileAddress {
            if (zoom < 0 || zoom > DEEPEST_ZOOM || x < 0 || y < 0 || x >= 1 << zoom || y >= 1 << zoom) {
                throw new IllegalArgumentException("No such tile: " + zoom + "/" + x + "/" + y);
            }
        }
    }

    /** A picture without words, in its own units. */
    record Picture(int width, int height, List<Shape> shapes) {

        /** One feature; {@code marked} is the one that was asked for. */
        public record Shape(String path, String name, ShapeKind kind, boolean marked) {}
    }
}
