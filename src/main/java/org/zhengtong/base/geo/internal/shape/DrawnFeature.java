package org.zhengtong.base.geo.internal.shape;

/** What a drawing needs of a feature; {@code shape} is WKB in degrees. */
public record DrawnFeature(int number, String code, String name, byte[] shape) {}
