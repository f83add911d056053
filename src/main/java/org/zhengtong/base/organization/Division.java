package org.zhengtong.base.organization;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.DivisionLevel;

/** One administrative division (行政区划) as the pack names it. */
public record Division(
        DivisionCode code, String name, @Nullable DivisionCode parent) {

    /** Province, prefecture, county, township or village. */
    public DivisionLevel level() {
        return code.level();
    }
}
