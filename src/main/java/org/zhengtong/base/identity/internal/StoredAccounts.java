package org.zhengtong.base.identity.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.codes.CreditCode;
import org.zhengtong.base.identity.Account;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CitizenAccount;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.EnterpriseAccount;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.identity.internal.AccountStore.StoredAccount;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.organization.StaffMember;
import org.zhengtong.base.ui.NodeMode;

@Service
class StoredAccounts implements Accounts {

    private final AccountStore store;
    private final HolderStore holders;
    private final StaffDirectory directory;
    private final ObjectProvider<PermissionSource> permissions;
    private final NodeMode mode;

    StoredAccounts(
            AccountStore store,
            HolderStore holders,
            StaffDirectory directory,
            ObjectProvider<PermissionSource> permissions,
            NodeMode mode) {
        this.store = store;
        this.holders = holders;
        this.directory = directory;
        this.permissions = permissions;
        this.mode = mode;
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return store.find(id).map(StoredAccounts::seen);
    }

    @Override
    public Map<AccountId, String> names(Collection<AccountId> ids) {
        return store.find(ids).stream().collect(Collectors.toMap(StoredAccount::id, StoredAccount::name));
    }

    @Override
    public Map<StaffId, AccountId> ofStaff(Collection<StaffId> staff) {
        return store.ofStaff(staff).stream()
                .map(StoredAccounts::seen)
                .flatMap(
                        account -> Optional.ofNullable(account.staff()).map(id -> Map.entry(id, account.id())).stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public Optional<CitizenAccount> findCitizen(AccountId id) {
        return holders.findCitizen(id);
    }

    @Override
    public Optional<AccountId> findCitizen(CitizenNumber number) {
        return holders.findCitizen(number);
    }

    @Override
    public Optional<EnterpriseAccount> findEnterprise(AccountId id) {
        return holders.findEnterprise(id);
    }

    @Override
    public Optional<AccountId> findEnterprise(CreditCode code) {
        return holders.findEnterprise(code);
    }

    // A demonstration account is nobody as soon as the node leaves demonstration mode.
    @Override
    public Optional<CurrentUser> findUser(AccountId id) {
        return store.find(id)
                .filter(account -> !account.demo() || mode.demo())
                .filter(this::worksHere)
                .map(this::user);
    }

    // Who has left the staff is nobody here from that day on, in every session.
    private boolean worksHere(StoredAccount account) {
        return account.staff() == null
                || directory.find(account.staff()).map(StaffMember::present).orElse(true);
    }

    private CurrentUser user(StoredAccount account) {
        var department = Optional.ofNullable(account.staff())
                .flatMap(directory::find)
                .map(StaffMember::department)
                .orElse(null);
        var held = permissions.stream()
                .flatMap(source -> source.permissionsOf(account.id(), account.rightsVersion()).stream())
                .collect(Collectors.toUnmodifiableSet());
        return new CurrentUser(account.id(), account.name(), account.kind(), department, division(department), held);
    }

    private static org.zhengtong.base.codes.@org.jspecify.annotations.Nullable DivisionCode division(
            @org.jspecify.annotations.Nullable DepartmentId department) {
        return department == null ? null : department.division();
    }

    private static Account seen(StoredAccount account) {
        return new Account(account.id(), account.kind(), account.name(), account.staff());
    }

    @Override
    @Transactional
    public void renewRights(Collection<AccountId> ids) {
        store.renewRights(List.copyOf(ids));
    }
}
