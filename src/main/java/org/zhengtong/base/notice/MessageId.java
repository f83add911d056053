package org.zhengtong.base.notice;

/** Number of a message. */
public record MessageId(long value) {}
