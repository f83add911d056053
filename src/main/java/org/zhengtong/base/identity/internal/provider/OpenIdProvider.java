package org.zhengtong.base.identity.internal.provider;

import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.Accounts;

/** Makes the OpenID Connect provider at its first use, so that a node which nobody connects to pays nothing for it at the start. */
@Component
public class OpenIdProvider {

    private final Accounts accounts;
    private final ProviderParts parts;
    private final ObjectProvider<HttpSecurity> security;
    private final Clock clock;

    OpenIdProvider(Accounts accounts, ProviderParts parts, ObjectProvider<HttpSecurity> security, Clock clock) {
        this.accounts = accounts;
        this.parts = parts;
        this.security = security;
        this.clock = clock;
    }

    /** A filter that answers the addresses of the protocol; {@code signIn} sends people to sign in. */
    public Filter filter(SecurityContextRepository signedIn, AuthenticationEntryPoint signIn) {
        return new LazyFilter(() -> {
            try {
                return new FilterChainProxy(List.of(
                        new ProviderSetUp(accounts, parts, clock).build(security.getObject(), signedIn, signIn)));
            } catch (Exception failure) {
                throw new IllegalStateException("The OpenID Connect provider cannot be put together", failure);
            }
        });
    }
}
