package org.zhengtong.base.identity.web;

import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.IpAddressAuthorizationManager;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.HstsHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.header.writers.XContentTypeOptionsHeaderWriter;
import org.zhengtong.base.identity.internal.provider.OpenIdProvider;
import org.zhengtong.base.ui.ContentPolicy;

/**
 * Who may open which address: nobody anything, except what rooms declare public; {@code /staff} is for staff. Two short ways
 * for static files and for visitors without a session leave out everything that only signed-in users need.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    @Bean
    CsrfTokenRepository csrfTokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("ZTTOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").httpOnly(true).sameSite("Lax"));
        return tokens;
    }

    /** Requests are observed as a whole; observing each filter of the chain costs more than the filters do. */
    @Bean
    SecurityObservationSettings noObservationOfEachFilter() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain staticFiles(OpenAddresses addresses) {
        return new DefaultSecurityFilterChain(addresses::isStaticFile, new HeaderWriterFilter(headers()));
    }

    @Bean
    @Order(2)
    SecurityFilterChain otherSystems(OpenIdProvider provider, SignedInSessions sessions, PostKeeper keeper) {
        return new DefaultSecurityFilterChain(
                OpenAddresses::isOfProvider, provider.filter(new SystemContexts(sessions), keeper));
    }

    @Bean
    @Order(3)
    SecurityFilterChain pagesForNobody(OpenAddresses addresses, CsrfTokenRepository tokens) {
        return new DefaultSecurityFilterChain(
                addresses::isForNobody, new HeaderWriterFilter(pageHeaders()), new CsrfFilter(tokens));
    }

    @Bean
    @Order(4)
    SecurityFilterChain everythingElse(
            HttpSecurity http,
            OpenAddresses addresses,
            CsrfTokenRepository tokens,
            SignedInSessions sessions,
            PostKeeper keeper)
            throws Exception {
        return http.csrf(csrf -> csrf.csrfTokenRepository(tokens).ignoringRequestMatchers(addresses::isCallback))
                .headers(headers -> {
                    headers.defaultsDisabled();
                    pageHeaders().forEach(headers::addHeaderWriter);
                })
                .securityContext(context -> context.securityContextRepository(sessions))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(keeper).accessDeniedHandler(keeper))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers(addresses::isOpen)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access(IpAddressAuthorizationManager.hasIpAddress("127.0.0.1"))
                        .requestMatchers("/staff", "/staff/**")
                        .hasRole("STAFF")
                        .anyRequest()
                        .authenticated())
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Signing in is a page of this room; Spring Security's own ways in stay shut, and no password is made up at the start. */
    @Bean
    AuthenticationManager noOtherWayIn() {
        return authentication -> {
            throw new AuthenticationServiceException("Sign in at " + IdentityPaths.SIGN_IN);
        };
    }

    private static List<HeaderWriter> pageHeaders() {
        var headers = new java.util.ArrayList<>(headers());
        headers.add(new StaticHeadersWriter("Cache-Control", "no-cache, private"));
        return headers;
    }

    private static List<HeaderWriter> headers() {
        return List.of(
                new ContentSecurityPolicyHeaderWriter(ContentPolicy.USUAL),
                new XContentTypeOptionsHeaderWriter(),
                new ReferrerPolicyHeaderWriter(ReferrerPolicy.SAME_ORIGIN),
                new HstsHeaderWriter());
    }
}
