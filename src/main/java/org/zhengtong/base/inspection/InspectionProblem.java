package org.zhengtong.base.inspection;

import org.zhengtong.base.problem.ProblemCode;

/** What can go wrong on the pages of the audit log. */
public enum InspectionProblem implements ProblemCode {
    /** No entry with this identifier. */
    ENTRY_NOT_FOUND("entry_not_found", 404),
    /** The log has no signed head yet. */
    NO_HEAD("no_head", 404),
    /** The log never had so many entries. */
    NO_SUCH_SIZE("no_such_size", 404);

    private final String fault;
    private final int status;

    InspectionProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "inspection." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
