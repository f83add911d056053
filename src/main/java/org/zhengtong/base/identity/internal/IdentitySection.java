package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CitizenAccount;
import org.zhengtong.base.identity.EnterpriseAccount;
import org.zhengtong.base.identity.internal.AccountStore.StoredAccount;
import org.zhengtong.base.identity.internal.PackedAccounts.PackedAccount;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** The pack's file {@code identity/accounts.yaml}: accounts without a password, most of them for the demonstration. */
@Component
class IdentitySection implements PackSection {

    private final AccountStore accounts;
    private final HolderStore holders;
    private final DemoAccountStore demo;
    private final StaffDirectory directory;
    private final Clock clock;

    IdentitySection(
            AccountStore accounts, HolderStore holders, DemoAccountStore demo, StaffDirectory directory, Clock clock) {
        this.accounts = accounts;
        this.holders = holders;
        this.demo = demo;
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        PackedAccounts.read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        var packed = PackedAccounts.read(pack, new PackErrors());
        for (var place = 0; place < packed.size(); place++) {
            bringIn(packed.get(place), place);
        }
    }

    private void bringIn(PackedAccount packed, int place) {
        var name = packed.staff() == null ? packed.name() : staffName(packed.staff());
        var id = find(packed).orElseGet(() -> open(packed, name));
        accounts.rename(id, name);
        if (packed.number() != null && packed.mobile() != null) {
            holders.save(new CitizenAccount(id, name, packed.number(), packed.mobile()));
        }
        if (packed.creditCode() != null && packed.mobile() != null) {
            holders.save(new EnterpriseAccount(
                    id, name, packed.creditCode(), packed.legalRepresentative(), packed.mobile()));
        }
        if (packed.demo()) {
            demo.save(new DemoAccountStore.DemoPlace(
                    id, name, place, packed.groupZh(), packed.groupEn(), packed.todoZh(), packed.todoEn()));
        }
    }

    private String staffName(StaffId staff) {
        return directory.require(staff).name();
    }

    private Optional<AccountId> find(PackedAccount packed) {
        if (packed.number() != null) {
            return holders.findCitizen(packed.number());
        }
        if (packed.creditCode() != null) {
            return holders.findEnterprise(packed.creditCode());
        }
        return packed.staff() == null
                ? Optional.empty()
                : accounts.ofStaff(List.of(packed.staff())).stream()
                        .map(StoredAccount::id)
                        .findFirst();
    }

    private AccountId open(PackedAccount packed, String name) {
        var id = accounts.nextId();
        var kind = packed.staff() != null
                ? AccountKind.STAFF
                : packed.creditCode() != null ? AccountKind.ENTERPRISE : AccountKind.CITIZEN;
        accounts.open(new StoredAccount(id, kind, name, packed.staff(), packed.demo(), 0), null, clock.instant());
        return id;
    }
}
