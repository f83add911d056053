package org.zhengtong.base.identity;

import java.util.List;

/** Remembers who of the staff looked at somebody's data, so that he can see it (个人信息保护法 第四十四条: the right to know). */
public interface AccountLooks {

    /** The event of such a look; its subject is the {@code account} whose data it was. */
    String EVENT = "identity.view_data";

    /** The event of a clerk who found an account by its number. */
    String FOUND = "identity.look_up_account";

    /** What was seen. */
    enum What {
        LICENSE,
        LICENSE_IN_LIST,
        FORM
    }

    /**
     * One look.
     *
     * @param whose the account whose data was seen
     * @param title what the thing is called, such as 营业执照
     */
    record Look(AccountId whose, What what, String title) {}

    /** Records these looks before the page is answered; looks at one's own data are none. */
    void record(CurrentUser by, List<Look> looks);
}
