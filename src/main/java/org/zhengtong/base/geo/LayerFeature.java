package org.zhengtong.base.geo;

/**
 * One feature of a layer as lists show it.
 *
 * @param number place in the source, from 1
 * @param code value of the layer's key property, such as a division code; may be empty
 * @param points number of coordinates
 * @param size length of a line in metres, area in square metres, both on the ellipsoid; 0 for points
 * @param properties the source's properties as a JSON object
 */
public record LayerFeature(
        int number,
        String code,
        String name,
        ShapeKind kind,
        GeoBox bounds,
        int points,
        double size,
        String properties) {}
