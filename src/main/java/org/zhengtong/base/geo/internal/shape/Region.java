package org.zhengtong.base.geo.internal.shape;

import org.zhengtong.base.geo.GeoBox;

/** The rectangle in which our layers lie; what lies outside was most often typed the wrong way round. */
final class Region {

    private static final GeoBox CHINA = GeoBox.CHINA;

    private Region() {}

    static boolean holds(double longitude, double latitude) {
        return longitude >= CHINA.west()
                && longitude <= CHINA.east()
                && latitude >= CHINA.south()
                && latitude <= CHINA.north();
    }

    /** Whether the numbers would lie in China the other way round. */
    static boolean swapped(double first, double second) {
        return !holds(first, second) && holds(second, first);
    }
}
