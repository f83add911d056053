package org.zhengtong.base.identity.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.IdentityFixtures;

@Component
class DirectlyOpenedAccounts implements IdentityFixtures.OpenedAccounts {

    private final AccountOpening opening;
    private final TransactionOperations transactions;

    DirectlyOpenedAccounts(AccountOpening opening, TransactionOperations transactions) {
        this.opening = opening;
        this.transactions = transactions;
    }

    @Override
    public AccountId open(AccountKind kind, String name, String signInName, String password) {
        return java.util.Objects.requireNonNull(transactions.execute(
                status -> opening.open(kind, name, signInName, password).orElseThrow()));
    }
}
