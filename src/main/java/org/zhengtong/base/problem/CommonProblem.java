package org.zhengtong.base.problem;

/** Failures that any page can have. */
public enum CommonProblem implements ProblemCode {
    PAGE_NOT_FOUND("page_not_found", 404),
    NOT_ALLOWED("not_allowed", 403),
    BAD_REQUEST("bad_request", 400),
    TOO_LARGE("too_large", 413),
    UNEXPECTED("unexpected", 500);

    private final String fault;
    private final int status;

    CommonProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "problem." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
