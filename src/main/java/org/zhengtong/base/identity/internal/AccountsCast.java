package org.zhengtong.base.identity.internal;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.organization.StaffId;

/** The people of a demonstration by their accounts. */
@Component
class AccountsCast implements DemoCast {

    private final Accounts accounts;

    AccountsCast(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public CurrentUser staff(String id) {
        var number = new StaffId(id);
        return user(Optional.ofNullable(accounts.ofStaff(List.of(number)).get(number)), id);
    }

    @Override
    public CurrentUser citizen(CitizenNumber number) {
        return user(accounts.findCitizen(number), number.value());
    }

    @Override
    public CurrentUser enterprise(String creditCode) {
        return user(accounts.findEnterprise(new CreditCode(creditCode)), creditCode);
    }

    private CurrentUser user(Optional<AccountId> account, String who) {
        return account.flatMap(accounts::findUser)
                .orElseThrow(() -> new IllegalStateException("Nobody in the demonstration: " + who));
    }
}
