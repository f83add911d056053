package org.zhengtong.base.geo;

/** A rectangle between two meridians and two parallels, in degrees; it never crosses the 180th meridian. */
public record GeoBox(double west, double south, double east, double north) {

    /** The rectangle around China, islands of the South China Sea included. */
    public static final GeoBox CHINA = new GeoBox(73, 3, 136, 54);

    public GeoBox {
        if (!(west <= east)
                || !(south <= north)
                || Math.abs(west) > 180
                || Math.abs(east) > 180
                || Math.abs(south) > 90
                || Math.abs(north) > 90) {
            throw new IllegalArgumentException("Not a box: " + west + " " + south + " " + east + " " + north);
        }
    }

    /** Whether the place lies inside or on the border. */
    public boolean covers(GeoPoint place) {
        return place.longitude() >= west
                && place.longitude() <= east
                && place.latitude() >= south
                && place.latitude() <= north;
    }

    /** The smallest rectangle around both. */
    public GeoBox with(GeoBox other) {
        return new GeoBox(
                Math.min(west, other.west),
                Math.min(south, other.south),
                Math.max(east, other.east),
                Math.max(north, other.north));
    }
}
