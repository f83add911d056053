package org.zhengtong.data.registers;

/** All that a pack brings is in its registers now; told again when the same is loaded again. */
public record RegistersFilled(String pack) {}
