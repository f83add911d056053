package org.zhengtong.base.establishment;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail when keeping the organization. */
public enum EstablishmentProblem implements ProblemCode {
    /** The uploaded file is gone: brought in, discarded, or a day old. */
    FILE_NOT_FOUND("establishment.file_not_found"),
    /** No such row, change or kind of table. */
    NOT_FOUND("establishment.not_found");

    private final String code;

    EstablishmentProblem(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return 404;
    }
}
