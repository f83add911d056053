package org.zhengtong.base.permission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.organization.PostId;

/**
 * Somebody has a role somewhere, and why.
 *
 * @param id number of the grant, of the post's role or of the delegation, as {@code source} says
 * @param post the post that carries the role, also when its holder delegated it
 * @param from who delegated it
 * @param by who granted it, or why it was delegated
 */
public record HeldRole(
        long id,
        Source source,
        AccountId account,
        RoleCode role,
        DataScope scope,
        @Nullable PostId post,
        @Nullable AccountId from,
        String by,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt) {

    /** Through what somebody holds a role. */
    public enum Source {
        /** Granted to the person. */
        DIRECT,
        /** Carried by the post that the person holds. */
        POST,
        /** Handed over by another person for a time. */
        DELEGATION
    }

    /** What names it in a form: {@code DIRECT-12}. */
    public String key() {
        return source + "-" + id;
    }

    /** Whether it counts at this moment. */
    public boolean inForce(Instant at) {
        return (startsAt == null || !at.isBefore(startsAt)) && (endsAt == null || at.isBefore(endsAt));
    }
}
