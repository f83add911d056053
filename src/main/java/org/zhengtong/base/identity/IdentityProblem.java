package org.zhengtong.base.identity;

import org.zhengtong.base.problem.ProblemCode;

/** What can fail around accounts and sign-in; refusals of a form are outcomes instead. */
public enum IdentityProblem implements ProblemCode {
    ACCOUNT_NOT_FOUND("identity.account_not_found", 404),
    /** The one-time link for the first administrator is unknown, used or too old. */
    LINK_NOT_VALID("identity.link_not_valid", 410),
    /** Somebody else signs in under the name already. */
    NAME_TAKEN("identity.name_taken", 409),
    /** A demonstration account was asked for outside demonstration mode. */
    NOT_DEMONSTRATION("identity.not_demonstration", 404),
    /** The secret shown for an authenticator is too old, or somebody else's. */
    OFFER_TOO_OLD("identity.offer_too_old", 410),
    /** The link to get back into an account is unknown, used or too old. */
    RECOVERY_LINK_NOT_VALID("identity.recovery_link_not_valid", 410),
    /** The authorization is not there, or somebody else's. */
    AGENCY_NOT_FOUND("identity.agency_not_found", 404),
    /** No system is connected under this number, or it was closed. */
    SYSTEM_NOT_FOUND("identity.system_not_found", 404),
    /** The passkey is not there, or somebody else's. */
    PASSKEY_NOT_FOUND("identity.passkey_not_found", 404),
    /** The form came from another site. */
    FOREIGN_FORM("identity.foreign_form", 403);

    private final String code;
    private final int status;

    IdentityProblem(String code, int status) {
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
