package org.zhengtong.service.casework.internal;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.identity.CurrentUser;

/** Who acts on a case: a user, or the platform itself when the law or another room makes it act. */
record Doer(@Nullable Long account, @Nullable String name, Actor actor) {

    static final Doer PLATFORM = new Doer(null, null, Actor.system("casework"));

    static Doer of(CurrentUser user) {
        var actor = user.actor();
        return new Doer(user.id().value(), actor.name(), actor);
    }
}
