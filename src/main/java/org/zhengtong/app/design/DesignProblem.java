package org.zhengtong.app.design;

import org.zhengtong.base.problem.ProblemCode;

/** Failures of the design room. */
public enum DesignProblem implements ProblemCode {
    DRAFT_NOT_FOUND("draft_not_found", 404),
    /** It is in review, published or taken back; or it is not. */
    WRONG_STATE("wrong_state", 409),
    /** Nobody reviews what he handed in. */
    OWN_DRAFT("own_draft", 403);

    private final String fault;
    private final int status;

    DesignProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "design." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
