package org.zhengtong.base.geo;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around layers. */
public enum GeoProblem implements ProblemCode {
    LAYER_NOT_FOUND("geo.layer_not_found", 404),
    TILE_NOT_FOUND("geo.tile_not_found", 404),
    /** Only what nobody sees any more is deleted. */
    LAYER_STILL_SHOWN("geo.layer_still_shown", 409);

    private final String code;
    private final int status;

    GeoProblem(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }
}
