package org.zhengtong.app.design;

/** Number of a draft of an item. */
public record DesignId(long value) {}
