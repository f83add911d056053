package org.zhengtong.app.survey;

import org.zhengtong.base.problem.ProblemCode;

/** Failures of the survey room. */
public enum SurveyProblem implements ProblemCode {
    FORM_NOT_FOUND("form_not_found", 404),
    FILLED_FORM_NOT_FOUND("filled_form_not_found", 404),
    SUBMISSION_NOT_FOUND("submission_not_found", 404),
    /** What was submitted is changed only after it was taken back. */
    ALREADY_SUBMITTED("already_submitted", 409),
    CHANGED_MEANWHILE("changed_meanwhile", 409),
    WORKBOOK_TOO_LARGE("workbook_too_large", 413);

    private final String fault;
    private final int status;

    SurveyProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "survey." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
