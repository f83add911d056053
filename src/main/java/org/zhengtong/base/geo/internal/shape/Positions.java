package org.zhengtong.base.geo.internal.shape;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.geo.NewLayer;

/** How two numbers of a source become longitude and latitude. */
interface Positions {

    /** Longitude and latitude in degrees; null when the numbers cannot be meant in this system. */
    double @Nullable [] place(double first, double second);

    static Positions of(NewLayer layer) {
        return switch (layer.system()) {
            case CGCS2000 ->
                (longitude, latitude) -> onEarth(longitude, latitude) ? new double[] {longitude, latitude} : null;
            case GCJ02 ->
                (longitude, latitude) -> onEarth(longitude, latitude) ? GcjShift.unshift(longitude, latitude) : null;
            case GAUSS_KRUEGER -> new GaussKrueger(layer.centralMeridian());
        };
    }

    private static boolean onEarth(double longitude, double latitude) {
        return Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;
    }
}
