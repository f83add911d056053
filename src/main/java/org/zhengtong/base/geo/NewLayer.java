package org.zhengtong.base.geo;

import org.jspecify.annotations.Nullable;

/**
 * What is said about a layer when it is added.
 *
 * @param nameProperty property of the features that holds their name
 * @param codeProperty property of the features that holds their code
 * @param centralMeridian of a Gauss-Krueger source without the zone's number in its coordinates, such as 117
 */
public record NewLayer(
        LayerCode code,
        String name,
        String nameEn,
        String source,
        String license,
        String note,
        String approval,
        LayerVisibility visibility,
        CoordinateSystem system,
        @Nullable Integer centralMeridian,
        String nameProperty,
        String codeProperty) {

    public NewLayer {
        if (visibility == LayerVisibility.PUBLIC && approval.isBlank()) {
            throw new IllegalArgumentException("A public layer needs an approval: " + code);
        }
    }
}
