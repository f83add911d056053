package org.zhengtong.data.sharing;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around sharing. */
public enum SharingProblem implements ProblemCode {
    REQUEST_NOT_FOUND("request_not_found", 404),
    GRANT_NOT_FOUND("grant_not_found", 404),
    RECORD_NOT_FOUND("record_not_found", 404),
    FILE_NOT_FOUND("file_not_found", 404),
    NOT_CONNECTED("not_connected", 409),
    NOT_NOW("not_now", 409),
    NO_SYSTEM("no_system", 401),
    NOT_THIS_WAY("not_this_way", 403),
    EXPIRED("expired", 403),
    SUSPENDED("suspended", 403),
    REVOKED("revoked", 403),
    STOPPED("stopped", 403),
    QUOTA_USED("quota_used", 429),
    NO_PURPOSE("no_purpose", 400),
    REPEATED("repeated", 409),
    /** The other node has not said yet what it grants. */
    NO_SNAPSHOT("no_snapshot", 403),
    /** The other node's newest list of grants does not have it. */
    NOT_IN_SNAPSHOT("not_in_snapshot", 403),
    /** The other node's newest list of grants is too old to be relied upon. */
    SNAPSHOT_OVER("snapshot_over", 403);

    private final String fault;
    private final int status;

    SharingProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "sharing." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
