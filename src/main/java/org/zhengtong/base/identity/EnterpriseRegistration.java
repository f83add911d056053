package org.zhengtong.base.identity;

/** What somebody typed to open the account of an enterprise, unchecked. */
public record EnterpriseRegistration(
        String name, String creditCode, String legalRepresentative, String mobile, NewPassword password) {

    /** Tells nothing: what was typed must not reach a log. */
    @Override
    public String toString() {
        return "EnterpriseRegistration";
    }
}
