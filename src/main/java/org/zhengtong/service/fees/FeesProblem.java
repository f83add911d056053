package org.zhengtong.service.fees;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around fees. */
public enum FeesProblem implements ProblemCode {
    BILL_NOT_FOUND("fees.bill_not_found", 404),
    DIFFERENCE_NOT_FOUND("fees.difference_not_found", 404);

    private final String code;
    private final int status;

    FeesProblem(String code, int status) {
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
