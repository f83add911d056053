package org.zhengtong.base.geo.internal.shape;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.operation.distance.DistanceOp;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.GeoPoint;

/** What a box cannot tell: whether a stored shape itself holds, touches or is near something. */
public final class ExactTests {

    private static final GeometryFactory SHAPES = new GeometryFactory();

    private ExactTests() {}

    /** Whether the place lies in the shape or on its border. */
    public static boolean covers(byte[] shape, GeoPoint place) {
        return StoredShape.read(shape).covers(point(place));
    }

    /** Whether any part of the shape lies in the box or on its border. */
    public static boolean touches(byte[] shape, GeoBox box) {
        var frame = SHAPES.toGeometry(new Envelope(box.west(), box.east(), box.south(), box.north()));
        return StoredShape.read(shape).intersects(frame);
    }

    /**
     * Metres from the place to the nearest part of the shape. The nearest part is looked for in degrees stretched to equal
     * lengths at the place, so it is exact to a few per mille within 100 km; its distance is then measured on the ellipsoid.
     */
    public static double metres(byte[] shape, GeoPoint place) {
        var stretch = Math.cos(Math.toRadians(place.latitude()));
        var stretched = AffineTransformation.scaleInstance(stretch, 1).transform(StoredShape.read(shape));
        Geometry here = SHAPES.createPoint(new Coordinate(place.longitude() * stretch, place.latitude()));
        var nearest = new DistanceOp(stretched, here).nearestPoints()[0];
        return Ellipsoid.distance(place, new GeoPoint(nearest.x / stretch, nearest.y));
    }

    private static Geometry point(GeoPoint place) {
        return SHAPES.createPoint(new Coordinate(place.longitude(), place.latitude()));
    }
}
