package org.zhengtong.base.organization;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;

/** One administrative division (行政区划) as the pack names it. */
public record Division(DivisionCode code, String name, DivisionLevel level, @Nullable DivisionCode parent) {}
