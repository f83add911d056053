package org.zhengtong.base.jobs;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around jobs. */
public enum JobsProblem implements ProblemCode {
    WORK_NOT_FOUND("jobs.work_not_found", 404),
    JOB_NOT_FOUND("jobs.job_not_found", 404);

    private final String code;
    private final int status;

    JobsProblem(String code, int status) {
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
