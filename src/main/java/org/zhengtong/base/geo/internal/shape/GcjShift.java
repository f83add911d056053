package org.zhengtong.base.geo.internal.shape;

/**
 * The shift of GCJ-02 as it has been known since 2010, and its inverse. The rule was never published; the inverse found here
 * comes back to the shifted place within a millimetre, so that what is off is only what the known rule itself is off.
 */
public final class GcjShift {

    private static final double A = 6378245.0;
    private static final double EE = 0.00669342162296594323;
    private static final int MOST_TURNS = 30;
    private static final double CLOSE_DEGREES = 1e-9;

    private GcjShift() {}

    /** Longitude and latitude as shifted by GCJ-02. */
    public static double[] shift(double longitude, double latitude) {
        var x = longitude - 105;
        var y = latitude - 35;
        var east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + eastWave(x);
        var north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + northWave(x, y);
        var sine = Math.sin(Math.toRadians(latitude));
        var magic = 1 - EE * sine * sine;
        var root = Math.sqrt(magic);
        return new double[] {
            longitude + Math.toDegrees(east / (A / root * Math.cos(Math.toRadians(latitude)))),
            latitude + Math.toDegrees(north / (A * (1 - EE) / (magic * root)))
        };
    }

    private static double eastWave(double x) {
        return (20 * Math.sin(6 * Math.PI * x) + 20 * Math.sin(2 * Math.PI * x)) * 2 / 3
                + (20 * Math.sin(Math.PI * x) + 40 * Math.sin(Math.PI * x / 3)) * 2 / 3
                + (150 * Math.sin(Math.PI * x / 12) + 300 * Math.sin(Math.PI * x / 30)) * 2 / 3;
    }

    private static double northWave(double x, double y) {
        return (20 * Math.sin(6 * Math.PI * x) + 20 * Math.sin(2 * Math.PI * x)) * 2 / 3
                + (20 * Math.sin(Math.PI * y) + 40 * Math.sin(Math.PI * y / 3)) * 2 / 3
                + (160 * Math.sin(Math.PI * y / 12) + 320 * Math.sin(Math.PI * y / 30)) * 2 / 3;
    }

    /** Longitude and latitude before the shift, found by going back by what the guess is off until nothing is left. */
    public static double[] unshift(double longitude, double latitude) {
        var lon = longitude;
        var lat = latitude;
        for (var turn = 0; turn < MOST_TURNS; turn++) {
            var shifted = shift(lon, lat);
            var offLon = shifted[0] - longitude;
            var offLat = shifted[1] - latitude;
            lon -= offLon;
            lat -= offLat;
            if (Math.abs(offLon) < CLOSE_DEGREES && Math.abs(offLat) < CLOSE_DEGREES) {
                break;
            }
        }
        return new double[] {lon, lat};
    }
}
