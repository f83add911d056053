package org.zhengtong.base.permission.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.Post;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.organization.StaffDirectory;
import org.zhengtong.base.organization.StaffId;
import org.zhengtong.base.permission.AccessReasons;
import org.zhengtong.base.permission.Assignment;
import org.zhengtong.base.permission.HeldRole;
import org.zhengtong.base.permission.HeldRole.Source;

/** Puts together who holds which role through what: grants, posts, delegations. */
@Service
class RoleHolding implements AccessReasons {

    private final AssignmentStore assignments;
    private final PostRoleStore postRoles;
    private final DelegationStore delegations;
    // Accounts ask who holds what; so they are looked up at first use.
    private final ObjectProvider<Accounts> accounts;
    private final StaffDirectory directory;
    private final Clock clock;

    RoleHolding(
            AssignmentStore assignments,
            PostRoleStore postRoles,
            DelegationStore delegations,
            ObjectProvider<Accounts> accounts,
            StaffDirectory directory,
            Clock clock) {
        this.assignments = assignments;
        this.postRoles = postRoles;
        this.delegations = delegations;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    /** Also what begins later; whoever asks for now looks at {@link HeldRole#inForce}. */
    @Override
    public List<HeldRole> of(AccountId account) {
        var held = new ArrayList<>(own(account));
        var now = clock.instant();
        for (var standing : delegations.standingTo(account, now)) {
            if (sourceStands(standing)) {
                held.add(held(standing));
            }
        }
        return held;
    }

    /** What somebody holds by a grant or a post, and so may hand over. */
    List<HeldRole> own(AccountId account) {
        var held = new ArrayList<HeldRole>();
        var now = clock.instant();
        assignments.of(List.of(account)).stream()
                .map(RoleHolding::held)
                .filter(role -> role.endsAt() == null || now.isBefore(role.endsAt()))
                .forEach(held::add);
        postRoles.of(posts(account)).forEach(role -> held.add(held(role, account)));
        return held;
    }

    private Collection<PostId> posts(AccountId account) {
        return accounts.getObject()
                .find(account)
                .map(found -> posts(found.staff()))
                .orElse(List.of());
    }

    private Collection<PostId> posts(@Nullable StaffId staff) {
        return staff == null
                ? List.of()
                : directory.heldPosts(staff).stream().map(Post::id).toList();
    }

    private boolean sourceStands(DelegationStore.Standing standing) {
        return standing.post() == null || posts(standing.delegation().from()).contains(standing.post());
    }

    @Override
    public List<HeldRole> holders(String permission) {
        var now = clock.instant();
        var held = new ArrayList<HeldRole>();
        assignments.with(permission).stream().map(RoleHolding::held).forEach(held::add);
        var carried = postRoles.with(permission);
        var byPost = accountsInPosts(
                carried.stream().map(PostRoleStore.PostRole::post).collect(Collectors.toSet()));
        for (var role : carried) {
            byPost.getOrDefault(role.post(), List.of()).forEach(account -> held.add(held(role, account)));
        }
        delegations.standingWith(permission, now).stream()
                .filter(this::sourceStands)
                .map(RoleHolding::held)
                .forEach(held::add);
        return held.stream()
                .filter(role -> role.inForce(now))
                .sorted(Comparator.comparing(role -> role.scope().everything()))
                .toList();
    }

    /** The accounts of those who hold these posts now. */
    Map<PostId, List<AccountId>> accountsInPosts(Set<PostId> posts) {
        var holders = directory.holders(posts);
        var bound = accounts.getObject()
                .ofStaff(holders.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return holders.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue().stream()
                                .filter(bound::containsKey)
                                .map(bound::get)
                                .toList()));
    }

    /** When something about these roles begins or ends next; null when nothing does. */
    static @Nullable Instant nextTurn(List<HeldRole> held, Instant now) {
        Instant next = null;
        for (var role : held) {
            for (var turn : new Instant[] {role.startsAt(), role.endsAt()}) {
                if (turn != null && turn.isAfter(now) && (next == null || turn.isBefore(next))) {
                    next = turn;
                }
            }
        }
        return next;
    }

    private static HeldRole held(Assignment granted) {
        return new HeldRole(
                granted.id(),
                Source.DIRECT,
                granted.account(),
                granted.role(),
                granted.scope(),
                null,
                null,
                granted.grantedBy(),
                granted.startsAt(),
                granted.endsAt());
    }

    private static HeldRole held(PostRoleStore.PostRole carried, AccountId account) {
        return new HeldRole(
                carried.id(),
                Source.POST,
                account,
                carried.role(),
                carried.scope(),
                carried.post(),
                null,
                carried.grantedBy(),
                null,
                null);
    }

    private static HeldRole held(DelegationStore.Standing standing) {
        var made = standing.delegation();
        return new HeldRole(
                made.id(),
                Source.DELEGATION,
                made.to(),
                made.role(),
                made.scope(),
                standing.post(),
                made.from(),
                made.reason(),
                made.startsAt(),
                made.endsAt());
    }
}
