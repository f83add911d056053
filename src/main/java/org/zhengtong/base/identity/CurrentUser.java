package org.zhengtong.base.identity;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Who sends the present request. Controllers take it as an argument; pages that anybody may open take it {@code @Nullable}.
 *
 * <p>{@code permissions} are those held anywhere; where each of them holds, the room {@code permission} knows.
 */
public record CurrentUser(
        AccountId id,
        String name,
        AccountKind kind,
        @Nullable DepartmentId department,
        @Nullable DivisionCode division,
        Set<String> permissions) {
    public CurrentUser {
        permissions = Set.copyOf(permissions);
    }

    /** Whether the user holds this permission somewhere. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Whether a member of staff is signed in. */
    public boolean isStaff() {
        return kind == AccountKind.STAFF;
    }

    /** The user as the audit log names him. */
    public Actor actor() {
        var actorKind = switch (kind) {
            case CITIZEN -> Actor.Kind.CITIZEN;
            case ENTERPRISE -> Actor.Kind.ENTERPRISE;
            case STAFF -> Actor.Kind.STAFF;
        };
        return new Actor(actorKind, id.toString(), name);
    }
}
