package org.zhengtong.base.permission.internal;

import static java.util.Map.entry;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhengtong.base.permission.AdminRole;
import org.zhengtong.base.permission.Role;

/**
 * Whose duty a role is: that of one of the three administrators, or business. GB/T 22239-2019, 8.1.7.2: the security
 * administrator has no other office; 8.1.5: system, security and audit are managed by different people.
 */
final class Duties {

    private static final Map<String, AdminRole> OF_ROOM = Map.ofEntries(
            entry("audit", AdminRole.AUDIT),
            entry("inspection", AdminRole.AUDIT),
            entry("permission", AdminRole.SECURITY),
            entry("trust", AdminRole.SECURITY),
            entry("certificates", AdminRole.SECURITY),
            entry("identity", AdminRole.SYSTEM),
            entry("organization", AdminRole.SYSTEM),
            entry("workdays", AdminRole.SYSTEM),
            entry("jobs", AdminRole.SYSTEM),
            entry("notice", AdminRole.SYSTEM),
            entry("pack", AdminRole.SYSTEM),
            entry("files", AdminRole.SYSTEM),
            entry("search", AdminRole.SYSTEM),
            entry("database", AdminRole.SYSTEM),
            entry("settings", AdminRole.SYSTEM),
            entry("exchange", AdminRole.SYSTEM),
            entry("node", AdminRole.SYSTEM),
            entry("ui", AdminRole.SYSTEM));

    // Rooms whose work administrators and departments share.
    private static final Set<String> SHARED_ROOMS = Set.of("schema", "geo");

    // What a department's own administrator may do within the department, beside business; what the counter does for
    // citizens' accounts with the document before it; and what the three administrators share.
    private static final Set<String> DEPARTMENTAL = Set.of(
            "permission.grant_role",
            "permission.view_administrators",
            "identity.invite_staff",
            "exchange.view_exchange",
            "organization.edit_organization",
            "identity.verify_real_name",
            "identity.recover_account");

    private Duties() {}

    /** The administrators whose duties are among these permissions. */
    static Set<AdminRole> administrative(Collection<String> permissions) {
        var found = EnumSet.noneOf(AdminRole.class);
        for (var permission : permissions) {
            var duty = OF_ROOM.get(room(permission));
            if (duty != null && !DEPARTMENTAL.contains(permission)) {
                found.add(duty);
            }
        }
        return found;
    }

    /** Whether business is among these permissions. */
    static boolean business(Collection<String> permissions) {
        return permissions.stream()
                .map(Duties::room)
                .anyMatch(room -> !OF_ROOM.containsKey(room) && !SHARED_ROOMS.contains(room));
    }

    /** The administrator that a role makes of its holder; empty for a role of business. */
    static Optional<AdminRole> of(Role role) {
        var builtIn = AdminRole.of(role.code());
        return builtIn.isPresent()
                ? builtIn
                : administrative(role.permissions()).stream().findFirst();
    }

    /** Whether a role unites duties that must lie apart. */
    static boolean mixed(Collection<String> permissions) {
        var duties = administrative(permissions);
        return duties.size() > 1 || !duties.isEmpty() && business(permissions);
    }

    private static String room(String permission) {
        return permission.substring(0, permission.indexOf('.'));
    }
}
