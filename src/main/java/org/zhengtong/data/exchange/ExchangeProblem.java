package org.zhengtong.data.exchange;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around the exchange. */
public enum ExchangeProblem implements ProblemCode {
    /** No node of this code is known. */
    NODE_UNKNOWN("node_unknown", 404),
    /** The node is not trusted any more. */
    NODE_REVOKED("node_revoked", 409),
    /** The node cannot decrypt, so nothing confidential can be sent to it. */
    NOT_CONFIDENTIAL("not_confidential", 409),
    /** The kind is not agreed with this node. */
    KIND_NOT_ALLOWED("kind_not_allowed", 409),
    /** Larger than this node sends. */
    TOO_LARGE("too_large", 413),
    /** No such envelope. */
    ENVELOPE_UNKNOWN("envelope_unknown", 404),
    /** No such piece in quarantine. */
    QUARANTINE_UNKNOWN("quarantine_unknown", 404);

    private final String fault;
    private final int status;

    ExchangeProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "exchange." + fault;
    }

    @Override
    public int status() {
        return status;
    }
}
