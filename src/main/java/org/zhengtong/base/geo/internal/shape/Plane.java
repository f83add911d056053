package org.zhengtong.base.geo.internal.shape;

/** Where degrees fall on a flat picture. */
interface Plane {

    double x(double longitude, double latitude);

    double y(double longitude, double latitude);
}
