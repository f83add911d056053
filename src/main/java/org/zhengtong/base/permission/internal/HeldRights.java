package org.zhengtong.base.permission.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.PermissionSource;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.DataScope;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.Role;

/** What accounts may do and where, remembered until the version of their rights changes. */
@Component
class HeldRights implements PermissionSource {

    /** Rights of some accounts were changed in this transaction. */
    record RightsChanged(Set<AccountId> accounts) {}

    /** What an account may do until the next of its rights begins or ends. */
    private record Held(
            long version,
            Map<String, DataScope> scopes,
            @Nullable Instant until) {}

    // Older than any version, so that the next request looks anew.
    private static final long UNKNOWN = -1;

    private final AssignmentStore assignments;
    private final RoleStore roles;
    private final RoleHolding holding;
    private final Grants grants;
    private final Clock clock;
    private final Cache<AccountId, Held> remembered = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    HeldRights(AssignmentStore assignments, RoleStore roles, RoleHolding holding, Grants grants, Clock clock) {
        this.assignments = assignments;
        this.roles = roles;
        this.holding = holding;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public Set<String> permissionsOf(AccountId account, long rightsVersion) {
        var held = remembered.getIfPresent(account);
        if (held == null || held.version != rightsVersion || isOver(held)) {
            held = load(account, rightsVersion);
            remembered.put(account, held);
        }
        return held.scopes.keySet();
    }

    DataScope scopeOf(AccountId account, String permission) {
        var held = remembered.getIfPresent(account);
        if (held == null || isOver(held)) {
            held = load(account, UNKNOWN);
            remembered.put(account, held);
        }
        return held.scopes.getOrDefault(permission, DataScope.NOTHING);
    }

    // A right that ends today at midnight ends then, whatever is remembered.
    private boolean isOver(Held held) {
        return held.until != null && !clock.instant().isBefore(held.until);
    }

    private Held load(AccountId account, long version) {
        var now = clock.instant();
        var held = holding.of(account);
        var permissions = roles.permissions(held.stream().map(HeldRole::role).collect(Collectors.toSet()));
        var scopes = new HashMap<String, DataScope>();
        for (var role : held) {
            if (role.inForce(now)) {
                permissions
                        .getOrDefault(role.role(), Set.of())
                        .forEach(permission -> scopes.merge(permission, role.scope(), DataScope::or));
            }
        }
        return new Held(version, Map.copyOf(scopes), RoleHolding.nextTurn(held, now));
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
