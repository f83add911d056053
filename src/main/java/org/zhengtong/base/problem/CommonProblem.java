package org.zhengtong.base.problem;

/** Failures that any page can have. */
public enum CommonProblem implements ProblemCode {
    PAGE_NOT_FOUND("page_not_found", 404),
    NOT_ALLOWED("not_allowed", 403),
    BAD_REQUEST("bad_request", 400),
    METHOD_NOT_ALLOWED("method_not_allowed", 405),
    CONFLICT("conflict", 409),
    TOO_LARGE("too_large", 413),
    UNPROCESSABLE("unprocessable", 422),
    TOO_MANY("too_many", 429),
    UNEXPECTED("unexpected", 500),
    UNAVAILABLE("unavailable", 503);

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

    /** The failure that goes with an HTTP status; statuses of the same kind share one. */
    public static CommonProblem ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404, 410 -> PAGE_NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 409 -> CONFLICT;
            case 413 -> TOO_LARGE;
            case 422 -> UNPROCESSABLE;
            case 429 -> TOO_MANY;
            case 502, 503, 504 -> UNAVAILABLE;
            default -> status >= 500 ? UNEXPECTED : BAD_REQUEST;
        };
    }
}
