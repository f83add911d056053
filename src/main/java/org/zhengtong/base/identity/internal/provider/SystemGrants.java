package org.zhengtong.base.identity.internal.provider;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2Token;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationCode;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.internal.Secrets;

/**
 * What was given out, kept in the database so that every instance knows it. The content is sealed with the key of accounts:
 * only what this node wrote itself is ever read back.
 */
final class SystemGrants implements OAuth2AuthorizationService {
    /** As long as the longest session: an ID token is shown again when signing out. */
    private static final Duration KEPT = Duration.ofHours(12);

    private final GrantStore store;
    private final Secrets secrets;
    private final Clock clock;

    SystemGrants(GrantStore store, Secrets secrets, Clock clock) {
        this.store = store;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public void save(OAuth2Authorization grant) {
        var now = clock.instant();
        store.removeOld(now);
        var owner = new GrantStore.Owner(
                Long.parseLong(grant.getRegisteredClientId()),
                new AccountId(Long.parseLong(grant.getPrincipalName())),
                now.plus(KEPT));
        store.save(grant.getId(), owner, secrets.hide(written(grant)), digests(grant));
    }

    private static byte[] written(OAuth2Authorization grant) {
        var bytes = new ByteArrayOutputStream();
        try (var output = new ObjectOutputStream(bytes)) {
            output.writeObject(grant);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private List<byte[]> digests(OAuth2Authorization grant) {
        return Stream.of(
                        (String) grant.getAttribute(OAuth2ParameterNames.STATE),
                        value(grant, OAuth2AuthorizationCode.class),
                        value(grant, OAuth2AccessToken.class),
                        value(grant, OidcIdToken.class))
                .filter(Objects::nonNull)
                .map(this::digest)
                .toList();
    }

    private static <T extends OAuth2Token> @Nullable String value(OAuth2Authorization grant, Class<T> type) {
        var token = grant.getToken(type);
        return token == null ? null : token.getToken().getTokenValue();
    }

    private byte[] digest(String token) {
        return secrets.digest("system token", token);
    }

    @Override
    public void remove(OAuth2Authorization grant) {
        store.remove(grant.getId());
    }

    @Override
    public @Nullable OAuth2Authorization findById(String id) {
        return store.find(id, clock.instant()).map(this::read).orElse(null);
    }

    @Override
    public @Nullable OAuth2Authorization findByToken(String token, @Nullable OAuth2TokenType type) {
        return store.findByDigest(digest(token), clock.instant())
                .map(this::read)
                .filter(grant -> isOfType(grant, token, type))
                .orElse(null);
    }

    private OAuth2Authorization read(byte[] sealed) {
        try (var input = new ObjectInputStream(new ByteArrayInputStream(secrets.reveal(sealed)))) {
            return (OAuth2Authorization) input.readObject();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ClassNotFoundException failure) {
            throw new IllegalStateException("Written by another version", failure);
        }
    }

    private static boolean isOfType(OAuth2Authorization grant, String token, @Nullable OAuth2TokenType type) {
        if (type == null) {
            return true;
        }
        if (OAuth2ParameterNames.STATE.equals(type.getValue())) {
            return token.equals(grant.getAttribute(OAuth2ParameterNames.STATE));
        }
        return switch (type.getValue()) {
            case OAuth2ParameterNames.CODE -> token.equals(value(grant, OAuth2AuthorizationCode.class));
            case OAuth2ParameterNames.ACCESS_TOKEN -> token.equals(value(grant, OAuth2AccessToken.class));
            case "id_token" -> token.equals(value(grant, OidcIdToken.class));
            default -> false;
        };
    }
}
