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
 *
 * @param acting the agent who acts for this enterprise; null when it is the account's own session
 */
public record CurrentUser(
        AccountId id,
        String name,
        AccountKind kind,
        @Nullable DepartmentId department,
        @Nullable DivisionCode division,
        Set<String> permissions,
        @Nullable Acting acting) {
    public CurrentUser {
        permissions = Set.copyOf(permissions);
    }

    /** Somebody at his own session. */
    public CurrentUser(
            AccountId id,
            String name,
            AccountKind kind,
            @Nullable DepartmentId department,
            @Nullable DivisionCode division,
            Set<String> permissions) {
        this(id, name, kind, department, division, permissions, null);
    }

    /** The same enterprise, at the session of its agent. */
    public CurrentUser actedBy(Acting agent) {
        return new CurrentUser(id, name, kind, department, division, permissions, agent);
    }

    /** Whether the user may act in a matter: an agent in those he was authorized for, anybody else in all. */
    public boolean mayActIn(String matter) {
        return acting == null || acting.matters().isEmpty() || acting.matters().contains(matter);
    }

    /** Whether the user holds this permission somewhere. */
    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** Whether a member of staff is signed in. */
    public boolean isStaff() {
        return kind == AccountKind.STAFF;
    }

    /** The user as the audit log names him; with an agent both are named. */
    public Actor actor() {
        var actorKind = switch (kind) {
            case CITIZEN -> Actor.Kind.CITIZEN;
            case ENTERPRISE -> Actor.Kind.ENTERPRISE;
            case STAFF -> Actor.Kind.STAFF;
        };
        return new Actor(actorKind, id.toString(), acting == null ? name : name + " / " + acting.agentName());
    }
}
