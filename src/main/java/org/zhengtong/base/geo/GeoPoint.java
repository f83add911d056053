package org.zhengtong.base.geo;

/**
 * A place on the earth in degrees of CGCS2000; what receivers give as WGS 84 agrees with it within a metre.
 *
 * @param longitude degrees east of Greenwich, -180 to 180
 * @param latitude degrees north of the equator, -90 to 90
 */
public record GeoPoint(double longitude, double latitude) {

    public GeoPoint {
        if (!(Math.abs(longitude) <= 180) || !(Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException("Not a place on the earth: " + longitude + " " + latitude);
        }
    }

    /** Whether longitude and latitude lie in the rectangle around China; a first look for exchanged numbers. */
    public boolean nearChina() {
        return GeoBox.CHINA.covers(this);
    }
}
