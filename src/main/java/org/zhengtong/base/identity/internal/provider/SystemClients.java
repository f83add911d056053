package org.zhengtong.base.identity.internal.provider;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.zhengtong.base.identity.ConnectedSystem;

/** The connected systems as the protocol sees them: authorization code with PKCE and consent, nothing else. */
final class SystemClients implements RegisteredClientRepository {
    private static final Duration ACCESS = Duration.ofMinutes(15);
    private static final Duration CODE = Duration.ofMinutes(2);

    private final SystemStore store;

    SystemClients(SystemStore store) {
        this.store = store;
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("Systems are connected by people: " + client.getClientId());
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return store.find(Long.parseLong(id))
                .filter(system -> system.closedAt() == null)
                .map(this::client)
                .orElse(null);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return store.find(clientId)
                .filter(system -> system.closedAt() == null)
                .map(this::client)
                .orElse(null);
    }

    private RegisteredClient client(ConnectedSystem system) {
        var client = RegisteredClient.withId(Long.toString(system.id()))
                .clientId(system.clientId())
                .clientIdIssuedAt(system.createdAt())
                .clientName(system.name())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUris(uris -> uris.addAll(system.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(system.logoutUris()))
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(true)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(CODE)
                        .accessTokenTimeToLive(ACCESS)
                        .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                        .build());
        return store.findSecret(system.id())
                .map(secret -> client.clientSecret(secret)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST))
                .orElseGet(() -> client.clientAuthenticationMethod(ClientAuthenticationMethod.NONE))
                .build();
    }
}
