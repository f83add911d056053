package org.zhengtong.base.identity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps, for 30 minutes, what somebody sent when the session had ended, so that nothing typed is lost. */
public interface PendingPosts {

    /** Keeps a form, for {@code owner} alone when it is known whose it is; gives the secret that finds it, unless it is too big. */
    Optional<String> keep(PendingPost post, @Nullable AccountId owner);

    /** The forms behind these secrets that are this account's; those of nobody become its own. Without account: those of nobody. */
    List<KeptPost> find(Collection<String> secrets, @Nullable AccountId account);

    /** Forgets a form, once it was sent again. */
    void discard(String secret, @Nullable AccountId account);
}
