package org.zhengtong.base.geo.internal.shape;

/** How large a source may be, and how much of its faults is told. */
public record SourceLimits(int features, int points, int faults) {

    /** What people may add on screen. */
    public static final SourceLimits USUAL = new SourceLimits(100_000, 2_000_000, 100);
}
