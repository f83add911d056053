package org.zhengtong.base.geo.internal.shape;

import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.ShapeKind;

/** A checked feature of a source, ready to be stored; {@code shape} is WKB in degrees. */
public record ReadFeature(
        int number,
        String code,
        String name,
        String properties,
        ShapeKind kind,
        GeoBox bounds,
        int points,
        double size,
        byte[] shape) {}
