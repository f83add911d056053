package org.zhengtong.base.schema;

import org.zhengtong.base.problem.ProblemCode;

/** Failures of the schema room. */
public enum SchemaProblem implements ProblemCode {
    FORM_NOT_USABLE("form_not_usable", 500),
    PAGE_NOT_FOUND("page_not_found", 404);

    private final String fault;
    private final int status;

    SchemaProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "schema." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
