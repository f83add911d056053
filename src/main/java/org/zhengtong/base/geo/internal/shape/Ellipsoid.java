package org.zhengtong.base.geo.internal.shape;

import org.zhengtong.base.geo.GeoPoint;

/** Lengths and areas on the ellipsoid of CGCS2000 (GB 22021-2008): a = 6 378 137 m, f = 1/298.257222101. */
public final class Ellipsoid {

    private static final double A = 6_378_137.0;
    private static final double F = 1 / 298.257222101;
    private static final double B = A * (1 - F);
    private static final double E2 = F * (2 - F);
    private static final double E = Math.sqrt(E2);
    private static final int MOST_TURNS = 200;
    private static final double CLOSE = 1e-12;
    private static final double AREA_STEP = 1000;
    private static final int MOST_STEPS = 2000;

    private Ellipsoid() {}

    /**
     * Length in metres of the shortest line, by Vincenty (Survey Review XXIII, 176, 1975), within a millimetre. For
     * places almost opposite each other, where Vincenty's steps do not settle, the last step counts.
     */
    public static double distance(GeoPoint from, GeoPoint to) {
        var reduced1 = reduced(from.latitude());
        var reduced2 = reduced(to.latitude());
        var difference = Math.toRadians(to.longitude() - from.longitude());
        var turn = new Turn(Math.sin(reduced1), Math.cos(reduced1), Math.sin(reduced2), Math.cos(reduced2), difference);
        var lambda = difference;
        for (var n = 0; n < MOST_TURNS; n++) {
            var next = turn.at(lambda);
            if (Math.abs(next - lambda) < CLOSE) {
                break;
            }
            lambda = next;
        }
        return turn.length();
    }

    private static double reduced(double latitude) {
        return Math.atan((1 - F) * Math.tan(Math.toRadians(latitude)));
    }

    /** One line on the auxiliary sphere, made more exact at each turn; names as in Vincenty's paper. */
    private static final class Turn {
        private final double sinU1;
        private final double cosU1;
        private final double sinU2;
        private final double cosU2;
        private final double difference;
        private double sigma;
        private double sinSigma;
        private double cosSigma;
        private double cosSqAlpha;
        private double cos2SigmaM;

        Turn(double sinU1, double cosU1, double sinU2, double cosU2, double difference) {
            this.sinU1 = sinU1;
            this.cosU1 = cosU1;
            this.sinU2 = sinU2;
            this.cosU2 = cosU2;
            this.difference = difference;
        }

        double at(double lambda) {
            sinSigma = Math.hypot(cosU2 * Math.sin(lambda), cosU1 * sinU2 - sinU1 * cosU2 * Math.cos(lambda));
            if (sinSigma == 0) {
                sigma = 0;
                return lambda;
            }
            cosSigma = sinU1 * sinU2 + cosU1 * cosU2 * Math.cos(lambda);
            sigma = Math.atan2(sinSigma, cosSigma);
            var sinAlpha = cosU1 * cosU2 * Math.sin(lambda) / sinSigma;
            cosSqAlpha = 1 - sinAlpha * sinAlpha;
            cos2SigmaM = cosSqAlpha == 0 ? 0 : cosSigma - 2 * sinU1 * sinU2 / cosSqAlpha;
            var c = F / 16 * cosSqAlpha * (4 + F * (4 - 3 * cosSqAlpha));
            return difference
                    + (1 - c)
                            * F
                            * sinAlpha
                            * (sigma + c * sinSigma * (cos2SigmaM + c * cosSigma * (2 * cos2SigmaM * cos2SigmaM - 1)));
        }

        double length() {
            if (sigma == 0) {
                return 0;
            }
            var uSq = cosSqAlpha * (A * A - B * B) / (B * B);
            var a = 1 + uSq / 16384 * (4096 + uSq * (-768 + uSq * (320 - 175 * uSq)));
            var b = uSq / 1024 * (256 + uSq * (-128 + uSq * (74 - 47 * uSq)));
            var square = 2 * cos2SigmaM * cos2SigmaM - 1;
            var delta = b
                    * sinSigma
                    * (cos2SigmaM
                            + b
                                    / 4
                                    * (cosSigma * square
                                            - b
                                                    / 6
                                                    * cos2SigmaM
                                                    * (4 * sinSigma * sinSigma - 3)
                                                    * (4 * cos2SigmaM * cos2SigmaM - 3)));
            return B * a * (sigma - delta);
        }
    }

    /**
     * Area in square metres inside a closed ring of degrees, its sides taken as shortest lines. The ring is drawn in an
     * equal-area projection of the ellipsoid, each side in steps of a kilometre.
     */
    public static double area(double[] longitudes, double[] latitudes) {
        var sum = 0.0;
        for (var at = 0; at + 1 < longitudes.length; at++) {
            sum += side(longitudes[at], latitudes[at], longitudes[at + 1], latitudes[at + 1]);
        }
        return Math.abs(sum);
    }

    private static double side(double lon1, double lat1, double lon2, double lat2) {
        var rough = Math.hypot(lat2 - lat1, (lon2 - lon1) * Math.cos(Math.toRadians((lat1 + lat2) / 2))) * 111_000;
        var steps = (int) Math.clamp(Math.ceil(rough / AREA_STEP), 1, MOST_STEPS);
        if (steps == 1 || lon1 == lon2) {
            return strip(lon1, lat1, lon2, lat2);
        }
        return walk(new double[] {lon1, lat1}, new double[] {lon2, lat2}, steps);
    }

    /** Along the great circle of the auxiliary sphere, which shortest lines of the ellipsoid follow. */
    private static double walk(double[] from, double[] to, int steps) {
        var a = onSphere(from);
        var b = onSphere(to);
        var angle = Math.acos(Math.clamp(a[0] * b[0] + a[1] * b[1] + a[2] * b[2], -1, 1));
        var sum = 0.0;
        var lon = from[0];
        var lat = from[1];
        for (var step = 1; step <= steps; step++) {
            var f = Math.sin(angle * (steps - step) / steps) / Math.sin(angle);
            var g = Math.sin(angle * step / steps) / Math.sin(angle);
            var x = f * a[0] + g * b[0];
            var y = f * a[1] + g * b[1];
            var z = f * a[2] + g * b[2];
            var nextLon = step == steps ? to[0] : Math.toDegrees(Math.atan2(y, x));
            var nextLat = step == steps ? to[1] : Math.toDegrees(Math.atan2(z, (1 - F) * Math.hypot(x, y)));
            sum += strip(lon, lat, nextLon, nextLat);
            lon = nextLon;
            lat = nextLat;
        }
        return sum;
    }

    private static double[] onSphere(double[] place) {
        var u = reduced(place[1]);
        var lambda = Math.toRadians(place[0]);
        return new double[] {Math.cos(u) * Math.cos(lambda), Math.cos(u) * Math.sin(lambda), Math.sin(u)};
    }

    /** Area between a short side and the equator. */
    private static double strip(double lon1, double lat1, double lon2, double lat2) {
        return Math.toRadians(lon2 - lon1) * (zone(lat1) + zone(lat2)) / 2;
    }

    /** Area between the equator and a parallel for one radian of longitude. */
    private static double zone(double latitude) {
        var s = Math.sin(Math.toRadians(latitude));
        var es = E * s;
        return B * B / 2 * (s / (1 - es * es) + Math.log((1 + es) / (1 - es)) / (2 * E));
    }
}
