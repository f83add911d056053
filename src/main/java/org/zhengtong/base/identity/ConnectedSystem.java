package org.zhengtong.base.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another system whose users sign in here (OpenID Connect client).
 *
 * @param confidential whether it keeps a secret; others are protected by PKCE alone
 */
public record ConnectedSystem(
        long id,
        String clientId,
        String name,
        boolean confidential,
        List<String> redirectUris,
        List<String> logoutUris,
        Instant createdAt,
        String createdBy,
        @Nullable Instant closedAt) {
    public ConnectedSystem {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
    }
}
