package org.zhengtong.base.files;

import org.zhengtong.base.problem.ProblemCode;

/** Failures of the files room. */
public enum FileProblem implements ProblemCode {
    FILE_NOT_FOUND("file_not_found", 404),
    UPLOAD_NOT_FOUND("upload_not_found", 404),
    TOO_MANY_UPLOADS("too_many_uploads", 429),
    DISK_FULL("disk_full", 507);

    private final String fault;
    private final int status;

    FileProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "files." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
