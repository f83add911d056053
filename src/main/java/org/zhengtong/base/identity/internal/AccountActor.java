package org.zhengtong.base.identity.internal;

import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;

/** An account as the audit log names it. */
final class AccountActor {
    private AccountActor() {}

    static Actor of(AccountStore.Credentials account) {
        return of(account.kind(), account.id(), account.name());
    }

    static Actor of(AccountKind kind, AccountId id, String name) {
        return new Actor(Actor.Kind.valueOf(kind.name()), id.toString(), name);
    }
}
