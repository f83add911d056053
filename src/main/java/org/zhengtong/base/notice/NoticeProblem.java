package org.zhengtong.base.notice;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around messages. */
public enum NoticeProblem implements ProblemCode {
    DELIVERY_NOT_FOUND("notice.delivery_not_found", 404),
    TEMPLATE_NOT_FOUND("notice.template_not_found", 404);

    private final String code;
    private final int status;

    NoticeProblem(String code, int status) {
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
