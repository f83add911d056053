package org.zhengtong.base.geo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A layer (图层): features of one kind with source and licence.
 *
 * @param approval approval number of the map (审图号) or why none is needed; empty for a layer that only staff see
 * @param packed whether the pack brings it, so that the next import replaces it
 * @param version grows with each change of content
 */
public record Layer(
        LayerCode code,
        String name,
        String nameEn,
        String source,
        String license,
        String note,
        String approval,
        CoordinateSystem system,
        LayerVisibility visibility,
        LayerStyle style,
        boolean packed,
        ShapeKind kind,
        int features,
        int points,
        GeoBox bounds,
        long version,
        Instant addedAt,
        String addedBy,
        @Nullable Instant removedAt,
        @Nullable String removedBy) {

    /** Whether it was taken away and can be brought back. */
    public boolean removed() {
        return removedAt != null;
    }
}
