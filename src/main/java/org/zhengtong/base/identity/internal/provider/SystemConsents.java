package org.zhengtong.base.identity.internal.provider;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.zhengtong.base.identity.AccountId;

/** Consents as the protocol sees them. */
final class SystemConsents implements OAuth2AuthorizationConsentService {

    private final SystemStore store;
    private final Clock clock;

    SystemConsents(SystemStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2AuthorizationConsent consent) {
        store.saveConsent(
                Long.parseLong(consent.getRegisteredClientId()),
                account(consent),
                consent.getScopes(),
                clock.instant());
    }

    private static AccountId account(OAuth2AuthorizationConsent consent) {
        return new AccountId(Long.parseLong(consent.getPrincipalName()));
    }

    @Override
    public void remove(OAuth2AuthorizationConsent consent) {
        store.removeConsent(Long.parseLong(consent.getRegisteredClientId()), account(consent));
    }

    @Override
    public @Nullable OAuth2AuthorizationConsent findById(String registeredClientId, String principalName) {
        return store.consent(Long.parseLong(registeredClientId), new AccountId(Long.parseLong(principalName)))
                .map(scopes -> {
                    var consent = OAuth2AuthorizationConsent.withId(registeredClientId, principalName);
                    scopes.forEach(consent::scope);
                    return consent.build();
                })
                .orElse(null);
    }
}
