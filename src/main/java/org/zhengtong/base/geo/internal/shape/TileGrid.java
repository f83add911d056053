package org.zhengtong.base.geo.internal.shape;

import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.LayerDrawing.TileAddress;

/** The square of a web map's tile (Web Mercator), its corners in degrees and its inside in 4096 units. */
public final class TileGrid implements Plane {

    /** Units along a tile's side. */
    public static final int EXTENT = 4096;

    /** Units beyond the tile's sides that are still drawn, so that strokes do not break at them. */
    static final int MARGIN = 64;

    /** Units that make a point on the screen. */
    static final int PIXEL = 8;

    private static final double FARTHEST = 85.0511287798066;

    private final TileAddress tile;
    private final double tiles;

    public TileGrid(TileAddress tile) {
        this.tile = tile;
        this.tiles = 1 << tile.zoom();
    }

    @Override
    public double x(double longitude, double latitude) {
        return ((longitude + 180) / 360 * tiles - tile.x()) * EXTENT;
    }

    @Override
    public double y(double longitude, double latitude) {
        var within = Math.toRadians(Math.clamp(latitude, -FARTHEST, FARTHEST));
        var mercator = Math.log(Math.tan(within) + 1 / Math.cos(within));
        return ((1 - mercator / Math.PI) / 2 * tiles - tile.y()) * EXTENT;
    }

    /** The tile with its margin, in degrees. */
    public GeoBox bounds() {
        var more = (double) MARGIN / EXTENT;
        return new GeoBox(
                Math.max(-180, longitude(tile.x() - more)),
                latitude(tile.y() + 1 + more),
                Math.min(180, longitude(tile.x() + 1 + more)),
                latitude(tile.y() - more));
    }

    /** Degrees of longitude that make a point on the screen. */
    public double pixelDegrees() {
        return 360 / tiles / EXTENT * PIXEL;
    }

    private double longitude(double column) {
        return column / tiles * 360 - 180;
    }

    private double latitude(double row) {
        return Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * row / tiles))));
    }
}
