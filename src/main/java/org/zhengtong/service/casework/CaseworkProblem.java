package org.zhengtong.service.casework;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail in the case engine. */
public enum CaseworkProblem implements ProblemCode {
    CASE_NOT_FOUND("casework.case_not_found", 404),
    TASK_NOT_FOUND("casework.task_not_found", 404),
    DRAFT_NOT_FOUND("casework.draft_not_found", 404),
    REOPENING_NOT_FOUND("casework.reopening_not_found", 404),
    EXTENSION_NOT_FOUND("casework.extension_not_found", 404),
    OPINION_NOT_FOUND("casework.opinion_not_found", 404),
    ADDED_STEP_NOT_FOUND("casework.added_step_not_found", 404),
    VISIT_NOT_FOUND("casework.visit_not_found", 404),
    DOCUMENT_NOT_FOUND("casework.document_not_found", 404),
    ITEM_WITHOUT_PROCEDURE("casework.item_without_procedure", 404),
    DEPARTMENT_NOT_FOUND("casework.department_not_found", 409),
    FORM_NOT_FOUND("casework.form_not_found", 404),
    NUMBERS_EXHAUSTED("casework.numbers_exhausted", 503),
    BUSY("casework.busy", 503),
    /** The case is handled at another node; here it can only be read. */
    HANDLED_ELSEWHERE("casework.handled_elsewhere", 409),
    /** An agent was not authorized for this matter. */
    NOT_AUTHORIZED("casework.not_authorized", 403),
    NOT_PERMITTED("casework.not_permitted", 403);

    private final String code;
    private final int status;

    CaseworkProblem(String code, int status) {
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
