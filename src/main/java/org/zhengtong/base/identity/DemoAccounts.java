package org.zhengtong.base.identity;

import java.util.List;
import java.util.Locale;

/** The made-up people of a demonstration. */
public interface DemoAccounts {

    /** All of them by group, in the order of the journey; empty outside demonstration mode. */
    List<DemoGroup> groups(Locale locale);

    /** Lets one of them in; a problem outside demonstration mode or for anybody else. */
    AccountId enter(AccountId account);
}
