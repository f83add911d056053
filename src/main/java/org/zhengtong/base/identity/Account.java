package org.zhengtong.base.identity;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.StaffId;

/** An account as others may see it: no numbers, no telephone. */
public record Account(
        AccountId id,
        AccountKind kind,
        String name,
        @Nullable StaffId staff) {

    /** The account as the audit log names it. */
    public Actor actor() {
        return new Actor(Actor.Kind.valueOf(kind.name()), id.toString(), name);
    }
}
