package org.zhengtong.base.permission;

import java.util.Optional;

/**
 * The three administrators whose duties are kept apart (三员分立): one runs the system, one grants rights, one reads the log.
 * Nobody holds two of these roles, and who holds one does no business (GB/T 22239-2019, 8.1.5 and 8.1.7).
 */
public enum AdminRole {
    /** System administrator (系统管理员): runs the node, keeps the organization, opens accounts. */
    SYSTEM(Role.ADMINISTRATOR),
    /** Security administrator (安全管理员): grants and revokes rights, keeps certificates. */
    SECURITY(new RoleCode("security-administrator")),
    /** Audit administrator (审计管理员): reads and checks the log. */
    AUDIT(new RoleCode("audit-administrator"));

    private final RoleCode role;

    AdminRole(RoleCode role) {
        this.role = role;
    }

    /** The built-in role of this administrator. */
    public RoleCode role() {
        return role;
    }

    /** The administrator whose built-in role this is, if it is one. */
    public static Optional<AdminRole> of(RoleCode role) {
        for (var each : values()) {
            if (each.role.equals(role)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
