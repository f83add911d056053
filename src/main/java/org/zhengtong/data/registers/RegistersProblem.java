package org.zhengtong.data.registers;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around registers. */
public enum RegistersProblem implements ProblemCode {
    REGISTER_NOT_FOUND("registers.register_not_found", 404),
    RECORD_NOT_FOUND("registers.record_not_found", 404),
    LOAD_NOT_FOUND("registers.load_not_found", 404),
    CORRECTION_NOT_FOUND("registers.correction_not_found", 404),
    CREDIT_REQUEST_NOT_FOUND("registers.credit_request_not_found", 404),
    SPARK_FAILED("registers.spark_failed", 500),
    MATCH_NOT_FOUND("registers.match_not_found", 404),
    SOURCE_CHANGED("registers.source_changed", 409),
    SOURCE_NOT_READABLE("registers.source_not_readable", 422),
    NO_KEY_COLUMN("registers.no_key_column", 422),
    NOT_A_QUERY("registers.not_a_query", 400),
    NOT_THE_SOURCE("registers.not_the_source", 403),
    RECORD_EXISTS("registers.record_exists", 409),
    SEVERAL_RECORDS("registers.several_records", 409),
    RECORD_REFUSED("registers.record_refused", 422);

    private final String code;
    private final int status;

    RegistersProblem(String code, int status) {
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
