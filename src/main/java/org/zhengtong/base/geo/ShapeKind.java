package org.zhengtong.base.geo;

/** What the features of a layer are; a layer holds one kind only. */
public enum ShapeKind {
    POINT,
    LINE,
    AREA
}
