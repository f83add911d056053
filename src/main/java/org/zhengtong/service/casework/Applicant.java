package org.zhengtong.service.casework;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;

/**
 * Who applies (申请人): a person, or a legal person through the person who files for it.
 *
 * @param name the person's or the legal person's name
 * @param identifier citizen number or credit code, null when it is not known yet (an enterprise about to be established)
 * @param contactName the person who files (经办人)
 * @param mobile where messages go and what the public look-up asks for
 * @param account the account the case belongs to, null for a walk-in without an account
 */
public record Applicant(
        Kind kind,
        String name,
        @Nullable String identifier,
        String contactName,
        String mobile,
        @Nullable AccountId account) {

    /** Natural or legal person. */
    public enum Kind {
        PERSON,
        LEGAL_PERSON
    }

    /** The mobile number as pages show it: {@code 138****0426}. */
    public String maskedMobile() {
        return mobile.length() < 8 ? "****" : mobile.substring(0, 3) + "****" + mobile.substring(mobile.length() - 4);
    }
}
