package org.zhengtong.app.operating;

import org.zhengtong.base.problem.ProblemCode;

/** What can go wrong on the pages of operation. */
public enum OperatingProblem implements ProblemCode {
    /** No setting of this name can be changed on screen. */
    SETTING_NOT_FOUND("setting_not_found", 404);

    private final String fault;
    private final int status;

    OperatingProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "operating." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
