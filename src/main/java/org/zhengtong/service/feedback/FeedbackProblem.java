package org.zhengtong.service.feedback;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around ratings and complaints. */
public enum FeedbackProblem implements ProblemCode {
    COMPLAINT_NOT_FOUND("feedback.complaint_not_found", 404),
    RATING_NOT_FOUND("feedback.rating_not_found", 404);

    private final String code;
    private final int status;

    FeedbackProblem(String code, int status) {
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
