package org.zhengtong.base.notice;

import java.util.Optional;
import org.zhengtong.base.identity.AccountId;

/** Where people want their messages by mail; only who left an address gets mail. */
public interface MailAddresses {

    Optional<String> find(AccountId account);

    /** Keeps the address; false when it is not one. An empty address forgets the one kept. */
    boolean keep(AccountId account, String address);
}
