package org.zhengtong.base.geo.internal.shape;

import org.jspecify.annotations.Nullable;
import org.locationtech.proj4j.CRSFactory;
import org.locationtech.proj4j.CoordinateTransform;
import org.locationtech.proj4j.CoordinateTransformFactory;
import org.locationtech.proj4j.ProjCoordinate;

/** CGCS2000 Gauss-Krueger in zones of 3 degrees (GB/T 17278), back to degrees. */
final class GaussKrueger implements Positions {

    private static final double ZONE = 1_000_000;
    private static final double FALSE_EAST = 500_000;
    private static final double HALF_WIDTH = 350_000;
    private static final double FARTHEST_NORTH = 6_200_000;
    private static final int FIRST_ZONE = 25;
    private static final int LAST_ZONE = 45;

    private final @Nullable Integer meridian;
    private final CoordinateTransform[] ways = new CoordinateTransform[LAST_ZONE + 1];

    GaussKrueger(@Nullable Integer meridian) {
        this.meridian = meridian;
    }

    @Override
    public double @Nullable [] place(double east, double north) {
        var zone = (int) Math.floor(east / ZONE);
        var number = zone > 0 ? zone : meridian == null ? 0 : meridian / 3;
        var inZone = zone > 0 ? east - zone * ZONE : east;
        if (number < FIRST_ZONE
                || number > LAST_ZONE
                || Math.abs(inZone - FALSE_EAST) > HALF_WIDTH
                || !(north >= 0 && north <= FARTHEST_NORTH)) {
            return null;
        }
        var found = way(number).transform(new ProjCoordinate(inZone, north), new ProjCoordinate());
        return new double[] {found.x, found.y};
    }

    private CoordinateTransform way(int zone) {
        var way = ways[zone];
        if (way == null) {
            var systems = new CRSFactory();
            var plane = systems.createFromParameters(
                    "plane",
                    "+proj=tmerc +lat_0=0 +lon_0=" + zone * 3
                            + " +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m +no_defs");
            var degrees = systems.createFromParameters("degrees", "+proj=longlat +ellps=GRS80 +no_defs");
            way = new CoordinateTransformFactory().createTransform(plane, degrees);
            ways[zone] = way;
        }
        return way;
    }
}
