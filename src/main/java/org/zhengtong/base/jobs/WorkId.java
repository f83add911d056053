package org.zhengtong.base.jobs;

/** Number of a piece of long work. */
public record WorkId(long value) {}
