package org.zhengtong.base.permission.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackSection;

/** The pack's file {@code permission/roles.yaml}: roles and who holds them; what was revoked on screen stays revoked. */
@Component
class PermissionSection implements PackSection {

    private final RoleStore roles;
    private final AssignmentStore assignments;
    private final Grants grants;
    private final Accounts accounts;
    private final PostRoleStore postRoles;
    private final RoleHolding holding;
    private final Clock clock;

    PermissionSection(
            RoleStore roles,
            AssignmentStore assignments,
            Grants grants,
            Accounts accounts,
            PostRoleStore postRoles,
            RoleHolding holding,
            Clock clock) {
        this.roles = roles;
        this.assignments = assignments;
        this.grants = grants;
        this.accounts = accounts;
        this.postRoles = postRoles;
        this.holding = holding;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "permission";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void check(PackReader pack, PackErrors errors) {
        PackedRoles.read(pack, errors);
    }

    @Override
    public void apply(PackReader pack) {
        var packed = PackedRoles.read(pack, new PackErrors());
        packed.roles().forEach(roles::save);
        var holders = accounts.ofStaff(packed.assignments().stream()
                .map(PackedRoles.PackedAssignment::staff)
                .collect(Collectors.toSet()));
        for (var assignment : packed.assignments()) {
            var account = holders.get(assignment.staff());
            if (account != null
                    && assignments
                            .findSame(account, assignment.role(), assignment.scope(), true)
                            .isEmpty()) {
                grants.grant(account, assignment.role(), assignment.scope(), pack.name());
            }
        }
        for (var bound : packed.postRoles()) {
            postRoles.bind(bound.post(), bound.role(), bound.scope(), pack.name(), clock.instant());
        }
        var everybody = new ArrayList<>(List.copyOf(holders.values()));
        packed.roles().forEach(role -> everybody.addAll(assignments.holdersOf(role.code())));
        holding.accountsInPosts(packed.postRoles().stream()
                        .map(PackedRoles.PackedPostRole::post)
                        .collect(Collectors.toSet()))
                .values()
                .forEach(everybody::addAll);
        grants.changed(everybody);
    }
}
