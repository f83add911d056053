package org.zhengtong.base.identity.internal.factor;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Forgets the second factor of somebody who lost it and proved who he is. */
@Component
public class LostFactors {

    private final FactorStore store;

    LostFactors(FactorStore store) {
        this.store = store;
    }

    /** The account has no second factor from now on. */
    public void forget(AccountId account) {
        store.forget(account);
    }
}
