package org.zhengtong.base.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.Role;

/** What accounts may do and where, remembered until the version of their rights changes. */
@Component
class HeldRights implements PermissionSource {

    /** Rights of some accounts were changed in this transaction. */
    record RightsChanged(Set<AccountId> accounts) {}

    private record Held(long version, Map<String, DataScope> scopes) {}

    // Older than any version, so that the next request looks anew.
    private static final long UNKNOWN = -1;

    private final AssignmentStore assignments;
    private final Grants grants;
    private final Cache<AccountId, Held> remembered = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    HeldRights(AssignmentStore assignments, Grants grants) {
        this.assignments = assignments;
        this.grants = grants;
    }

    @Override
    public Set<String> permissionsOf(AccountId account, long rightsVersion) {
        var held = remembered.getIfPresent(account);
        if (held == null || held.version != rightsVersion) {
            held = new Held(rightsVersion, load(account));
            remembered.put(account, held);
        }
        return held.scopes.keySet();
    }

    DataScope scopeOf(AccountId account, String permission) {
        var held = remembered.get(account, unknown -> new Held(UNKNOWN, load(unknown)));
        return held.scopes.getOrDefault(permission, DataScope.NOTHING);
    }

    private Map<String, DataScope> load(AccountId account) {
        var scopes = new HashMap<String, DataScope>();
        assignments.grantsOf(account).forEach(grant -> scopes.merge(grant.permission(), grant.scope(), DataScope::or));
        return Map.copyOf(scopes);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMPLETION, fallbackExecution = true)
    void forget(RightsChanged changed) {
        remembered.invalidateAll(changed.accounts);
    }

    @Override
    public Set<AccountId> administrators() {
        return Stream.of(AdminRole.values())
                .flatMap(each -> assignments.holdersOf(each.role()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    @Transactional
    public void appointAdministrator(AccountId account) {
        grants.grant(account, Role.ADMINISTRATOR, DataScope.EVERYTHING, "first administrator");
    }
}
