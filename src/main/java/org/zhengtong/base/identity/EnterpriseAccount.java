package org.zhengtong.base.identity;

import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.codes.MobileNumber;

/** What an enterprise's account knows about its holder. */
public record EnterpriseAccount(
        AccountId id, String name, CreditCode creditCode, String legalRepresentative, MobileNumber mobile) {

    /** Tells the account only: the rest must not reach a log. */
    @Override
    public String toString() {
        return "EnterpriseAccount[" + id + "]";
    }
}
