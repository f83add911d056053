package org.zhengtong.base.identity;

import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.MobileNumber;

/** What a citizen's account knows about its holder. Shown to the holder and put into his applications; never logged. */
public record CitizenAccount(AccountId id, String name, CitizenNumber number, MobileNumber mobile) {

    /** Tells the account only: the rest must not reach a log. */
    @Override
    public String toString() {
        return "CitizenAccount[" + id + "]";
    }
}
