package org.zhengtong.base.identity.internal.provider;

import com.nimbusds.jose.jwk.source.JWKSource;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.authentication.builders.AuthenticationManagerBuilder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.DelegatingOAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;

/**
 * Puts the provider together from Spring Security's parts. No bean, and nothing of it stands in a bean's signature: its
 * classes are loaded when the first system knocks.
 */
final class ProviderSetUp {
    private static final String CONSENT = "/sign-in/consent";
    private static final String AUTHORIZE = "/oauth2/authorize";
    private static final OAuth2TokenType ID_TOKEN = new OAuth2TokenType("id_token");

    private final Accounts accounts;
    private final ProviderKeys keys;
    private final SystemClients clients;
    private final SystemGrants grants;
    private final SystemConsents consents;

    ProviderSetUp(Accounts accounts, ProviderParts parts, Clock clock) {
        this.accounts = accounts;
        keys = new ProviderKeys(parts.grants(), parts.secrets(), clock);
        clients = new SystemClients(parts.systems());
        grants = new SystemGrants(parts.grants(), parts.secrets(), clock);
        consents = new SystemConsents(parts.systems(), clock);
    }

    SecurityFilterChain build(HttpSecurity http, SecurityContextRepository signedIn, AuthenticationEntryPoint signIn)
            throws Exception {
        share(http);
        // The house has an authentication manager that refuses everything; it would hide why a client is refused.
        http.getSharedObject(AuthenticationManagerBuilder.class).parentAuthenticationManager(null);
        return http.with(new OAuth2AuthorizationServerConfigurer(), this::configure)
                .oauth2ResourceServer(resource -> resource.jwt(jwt -> jwt.decoder(org.springframework.security.config
                        .annotation.web.configuration.OAuth2AuthorizationServerConfiguration.jwtDecoder(keys))))
                .securityContext(context -> context.securityContextRepository(signedIn))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .exceptionHandling(failures -> failures.defaultAuthenticationEntryPointFor(
                                signIn, PathPatternRequestMatcher.pathPattern(HttpMethod.GET, AUTHORIZE))
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), AnyRequestMatcher.INSTANCE))
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private void share(HttpSecurity http) {
        http.setSharedObject(
                AuthorizationServerSettings.class,
                AuthorizationServerSettings.builder().build());
        http.setSharedObject(RegisteredClientRepository.class, clients);
        http.setSharedObject(OAuth2AuthorizationService.class, grants);
        http.setSharedObject(OAuth2AuthorizationConsentService.class, consents);
        http.setSharedObject(JWKSource.class, keys);
        http.setSharedObject(OAuth2TokenGenerator.class, new DelegatingOAuth2TokenGenerator(tokens()));
    }

    private JwtGenerator tokens() {
        var encoder = new NimbusJwtEncoder(keys);
        // The newest key signs; the others are published for what they signed before.
        encoder.setJwkSelector(java.util.List::getFirst);
        var tokens = new JwtGenerator(encoder);
        tokens.setJwtCustomizer(this::tell);
        return tokens;
    }

    private void tell(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        if (ID_TOKEN.equals(context.getTokenType())
                && context.getAuthorizedScopes().contains(OidcScopes.PROFILE)) {
            JwtClaimsSet.Builder claims = context.getClaims();
            Authentication principal = Objects.requireNonNull(context.getPrincipal());
            profile(principal.getName()).forEach(claims::claim);
        }
    }

    private Map<String, Object> profile(String account) {
        var claims = new LinkedHashMap<String, Object>();
        accounts.find(new AccountId(Long.parseLong(account))).ifPresent(found -> {
            claims.put("name", found.name());
            claims.put("account_kind", found.kind().name());
        });
        return claims;
    }

    private void configure(OAuth2AuthorizationServerConfigurer server) {
        server.clientAuthentication(authentication -> authentication.authenticationProviders(
                        providers -> providers.forEach(ProviderSetUp::withSecrets)))
                .authorizationEndpoint(endpoint -> endpoint.consentPage(CONSENT))
                .oidc(oidc -> oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(context -> {
                    var subject = context.getAuthorization().getPrincipalName();
                    var claims = new LinkedHashMap<String, Object>();
                    claims.put("sub", subject);
                    if (context.getAccessToken().getScopes().contains(OidcScopes.PROFILE)) {
                        claims.putAll(profile(subject));
                    }
                    return new OidcUserInfo(claims);
                })));
    }

    private static void withSecrets(AuthenticationProvider provider) {
        if (provider instanceof ClientSecretAuthenticationProvider secrets) {
            secrets.setPasswordEncoder(new ClientSecrets());
        }
    }
}
