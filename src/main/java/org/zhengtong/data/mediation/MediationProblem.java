package org.zhengtong.data.mediation;

import java.util.Arrays;
import java.util.Optional;
import org.zhengtong.base.problem.ProblemCode;
import org.zhengtong.data.sharing.SharingProblem;

/** What can fail on the way of a call, each with the answer the caller gets. */
public enum MediationProblem implements ProblemCode {
    /** No such service is offered. */
    SERVICE_NOT_FOUND("service_not_found", 404),
    /** Its department lets it rest. */
    SERVICE_PAUSED("service_paused", 503),
    /** The department has no grant for it. */
    NO_GRANT("no_grant", 403),
    /** The path is offered, but not with this method. */
    METHOD_NOT_OFFERED("method_not_offered", 405),
    /** The path is not offered. */
    PATH_NOT_OFFERED("path_not_offered", 404),
    /** The request is larger than the service takes. */
    REQUEST_TOO_LARGE("request_too_large", 413),
    /** The provider's system did not answer in time. */
    PROVIDER_SILENT("provider_silent", 504),
    /** The provider's system cannot be reached. */
    PROVIDER_UNREACHABLE("provider_unreachable", 502),
    /** The provider's system answers more than the service may. */
    ANSWER_TOO_LARGE("answer_too_large", 502),
    /** The provider's system answers with a redirection, which is not followed. */
    PROVIDER_REDIRECTS("provider_redirects", 502),
    /** The address of the provider's system is not allowed at its node. */
    ADDRESS_NOT_ALLOWED("address_not_allowed", 502),
    /** The node is not known here, or this one not there. */
    NODE_UNKNOWN("node_unknown", 404),
    /** The node is not trusted any more, here or there. */
    NODE_REVOKED("node_revoked", 403),
    /** No direct way leads to the node, or it does not answer. */
    NODE_UNREACHABLE("node_unreachable", 502),
    /** Calls are not agreed with the node. */
    NOT_AGREED("not_agreed", 403),
    /** The same request came before. */
    REPEATED("repeated", 409),
    /** The request's signature is not the node's. */
    FORGED("forged", 401),
    /** The answer is not what the provider's node signed. */
    ANSWER_ALTERED("answer_altered", 502),
    /** The nodes' clocks differ too much, or the request lay too long. */
    CLOCK_SKEW("clock_skew", 400),
    /** The request cannot be read. */
    UNREADABLE("unreadable", 400),
    /** The client header names another department than the system's. */
    WRONG_CLIENT("wrong_client", 403),
    /** Too many calls at once. */
    BUSY("busy", 503);

    private final String fault;
    private final int status;

    MediationProblem(String fault, int status) {
        this.fault = fault;
        this.status = status;
    }

    @Override
    public String code() {
        return "mediation." + fault;
    }

    @Override
    public int status() {
        return status;
    }

    /** The problem that another node names. */
    public static Optional<ProblemCode> named(String code) {
        return java.util.stream.Stream.<ProblemCode>concat(
                        Arrays.stream(values()), Arrays.stream(SharingProblem.values()))
                .filter(each -> each.code().equals(code))
                .findFirst();
    }
}
