package org.zhengtong.base.print;

import org.jspecify.annotations.Nullable;

/** A finished PDF and, when it has a signing block, the spot where the seal belongs. */
public record PrintedSheet(byte[] bytes, @Nullable Spot sealSpot) {

    /** A point on a page in points from the lower left corner; pages count from 1. */
    public record Spot(int page, float x, float y) {}
}
