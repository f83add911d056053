package org.zhengtong.base.trust;

/** Centre of a seal on a page, in points from the lower left corner; pages count from 1. */
public record SealPlace(int page, float x, float y) {}
