package org.zhengtong.base.permission.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.organization.OrganizationChangeEffect;
import org.zhengtong.base.organization.OrganizationShift;
import org.zhengtong.base.organization.OrganizationShift.PostShift;
import org.zhengtong.base.organization.OrganizationShift.StaffShift;
import org.zhengtong.base.organization.PostId;
import org.zhengtong.base.permission.Assignment;
import org.zhengtong.base.permission.PermissionProblem;
import org.zhengtong.base.problem.ProblemException;

/**
 * Rights go with posts: those of the old end and those of the new begin in the same transaction. Grants to a person end when
 * the person leaves the department, unless the whole department passes on; delegations end with what they rest on.
 */
@Component
class RightsTakenAlong implements OrganizationChangeEffect {

    private final AssignmentStore assignments;
    private final PostRoleStore postRoles;
    private final DelegationStore delegations;
    private final RoleHolding holding;
    private final Accounts accounts;
    private final Grants grants;
    private final Clock clock;

    RightsTakenAlong(
            AssignmentStore assignments,
            PostRoleStore postRoles,
            DelegationStore delegations,
            RoleHolding holding,
            Accounts accounts,
            Grants grants,
            Clock clock) {
        this.assignments = assignments;
        this.postRoles = postRoles;
        this.delegations = delegations;
        this.holding = holding;
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    @Override
    public List<Line> foresee(OrganizationShift shift) {
        var lines = new ArrayList<Line>();
        if (!shift.departments().isEmpty()) {
            var ceasing = shift.departments().keySet();
            lines.add(Line.of(
                    "permission.organization.scopes", assignments.inScope(ceasing) + postRoles.inScope(ceasing)));
        }
        if (!shift.staff().isEmpty()) {
            var everybody = accounts(shift.staff().stream());
            var leaving = accounts(leaving(shift));
            lines.add(Line.of("permission.organization.ended", roles(shift, StaffShift::ended)));
            lines.add(Line.of("permission.organization.begun", roles(shift, StaffShift::begun)));
            lines.add(Line.of(
                    "permission.organization.grants",
                    leaving.isEmpty() ? 0 : assignments.of(leaving).size()));
            lines.add(Line.of(
                    "permission.organization.delegations",
                    delegations.running(everybody, clock.instant()).size()));
            lines.add(Line.stops("permission.organization.administrators", administratorsInBusiness(shift)));
        }
        return lines;
    }

    private long roles(OrganizationShift shift, java.util.function.Function<StaffShift, Set<PostId>> posts) {
        return shift.staff().stream()
                .mapToLong(moved -> postRoles.of(posts.apply(moved)).size())
                .sum();
    }

    private Stream<StaffShift> leaving(OrganizationShift shift) {
        return shift.staff().stream()
                .filter(StaffShift::leavesDepartment)
                .filter(moved -> moved.to() == null
                        || !moved.to().equals(shift.departments().get(moved.from())));
    }

    private Collection<AccountId> accounts(Stream<StaffShift> shifts) {
        return accounts.ofStaff(shifts.map(StaffShift::staff).toList()).values();
    }

    // One of the three administrators must not come to business by a post.
    private long administratorsInBusiness(OrganizationShift shift) {
        var carrying = shift.staff().stream()
                .filter(moved -> moved.to() != null
                        && moved.to().equals(moved.from())
                        && !postRoles.of(moved.begun()).isEmpty());
        return assignments.of(accounts(carrying)).stream()
                .map(Assignment::role)
                .filter(role -> org.zhengtong.base.permission.AdminRole.of(role).isPresent())
                .count();
    }

    @Override
    public void follow(OrganizationShift shift, Actor by) {
        if (administratorsInBusiness(shift) > 0) {
            throw new ProblemException(PermissionProblem.ADMINISTRATOR_BY_POST);
        }
        var concerned = new HashSet<AccountId>();
        var now = clock.instant();
        var moved = accounts(shift.staff().stream());
        var running = moved.isEmpty() ? List.<DelegationStore.Standing>of() : delegations.running(moved, now);
        for (var passed : shift.posts()) {
            postRoles.pass(passed.from(), passed.to(), now);
            if (passed.ceases()) {
                postRoles.revoke(passed.from(), by.name(), now);
            }
        }
        shift.departments().forEach((from, to) -> {
            concerned.addAll(assignments.rescope(from, to));
            postRoles.rescope(from, to);
        });
        concerned.addAll(inPosts(shift));
        var leaving = accounts(leaving(shift));
        if (!leaving.isEmpty()) {
            assignments.revokeAll(leaving, by.name(), now);
        }
        concerned.addAll(moved);
        concerned.addAll(endDelegations(running, leaving, by));
        if (!concerned.isEmpty()) {
            grants.changed(concerned);
        }
    }

    private Set<AccountId> inPosts(OrganizationShift shift) {
        var posts = shift.posts().stream().map(PostShift::to).collect(Collectors.toSet());
        return holding.accountsInPosts(posts).values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** Delegations that rest on a post given up, or on somebody who left; gives all whose rights change with them. */
    private Set<AccountId> endDelegations(
            List<DelegationStore.Standing> running, Collection<AccountId> leaving, Actor by) {
        var concerned = new HashSet<AccountId>();
        for (var standing : running) {
            var made = standing.delegation();
            var rests = holding.own(made.from()).stream()
                    .anyMatch(held ->
                            held.role().equals(made.role()) && java.util.Objects.equals(held.post(), standing.post()));
            if (!rests || leaving.contains(made.from()) || leaving.contains(made.to())) {
                delegations.end(made.id(), by.name(), clock.instant());
                concerned.add(made.from());
                concerned.add(made.to());
            }
        }
        return concerned;
    }
}
