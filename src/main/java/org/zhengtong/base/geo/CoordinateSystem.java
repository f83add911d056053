package org.zhengtong.base.geo;

/** How the coordinates of a source are meant; all are kept as CGCS2000 longitude and latitude. */
public enum CoordinateSystem {
    /** CGCS2000 or WGS 84 in degrees, taken as the same: they differ by less than a metre. */
    CGCS2000,
    /** Degrees shifted by the rule of GCJ-02, 300 to 700 metres off; shifted back to within half a metre. */
    GCJ02,
    /** CGCS2000 Gauss-Krueger in zones of 3 degrees, east then north in metres, with or without the zone's number. */
    GAUSS_KRUEGER
}
