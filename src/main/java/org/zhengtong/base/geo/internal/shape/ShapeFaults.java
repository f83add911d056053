package org.zhengtong.base.geo.internal.shape;

import org.locationtech.jts.operation.valid.TopologyValidationError;

/** Words for what makes a shape impossible. */
final class ShapeFaults {

    private ShapeFaults() {}

    static String keyOf(int error) {
        return switch (error) {
            case TopologyValidationError.SELF_INTERSECTION, TopologyValidationError.RING_SELF_INTERSECTION ->
                "geo.fault.crosses_itself";
            case TopologyValidationError.HOLE_OUTSIDE_SHELL -> "geo.fault.hole_outside";
            case TopologyValidationError.NESTED_HOLES,
                    TopologyValidationError.NESTED_SHELLS,
                    TopologyValidationError.DUPLICATE_RINGS -> "geo.fault.nested";
            case TopologyValidationError.TOO_FEW_POINTS -> "geo.fault.too_few_points_at";
            default -> "geo.fault.impossible_shape";
        };
    }
}
