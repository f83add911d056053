package org.zhengtong.base.geo;

import java.util.List;

/** Shapes that somebody draws by their coordinates, checked and measured as those of a layer are. */
public interface Drawings {

    /** Measures a shape, or says what is wrong with it; an area closes itself. */
    Outcome measure(ShapeKind kind, List<GeoPoint> points);

    /** What came of it. */
    sealed interface Outcome {

        /**
         * The shape's measures on the ellipsoid.
         *
         * @param legs metres from each point to the next, for an area also from the last to the first
         * @param size metres of a line, square metres of an area, 0 for points
         * @param geoJson the shape as a file that can be taken over as a layer
         */
        record Measured(ShapeKind kind, List<Double> legs, double size, String geoJson) implements Outcome {}

        /** It is no shape, because of this. */
        record Refused(FeatureFault fault) implements Outcome {}
    }
}
