package org.zhengtong.service.supervision;

import org.zhengtong.base.codes.DivisionCode;

/** Outline of a division as an SVG path in a drawing of the given size; demonstration data without map approval number. */
public record MapArea(DivisionCode code, String name, int width, int height, int labelX, int labelY, String path) {}
