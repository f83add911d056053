package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;

/** Who is signed in, as the OpenID Connect provider keeps it with what it gives out: the number of the account alone. */
final class SystemContexts implements SecurityContextRepository {

    private final SignedInSessions sessions;

    SystemContexts(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        var request = holder.getRequest();
        return sessions.find(request)
                .<SecurityContext>map(user -> new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                        own(user).toString(), "", List.of(signedIn(request)))))
                .orElseGet(SecurityContextImpl::new);
    }

    // Other systems learn who the person is, not for whom he acts here.
    private static AccountId own(CurrentUser user) {
        var acting = user.acting();
        return acting == null ? user.id() : acting.agent();
    }

    /** How and when somebody signed in; the systems learn the time. */
    private static GrantedAuthority signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        var at = session == null ? null : (Long) session.getAttribute(SignedInSessions.SIGNED_IN_AT);
        var method = session == null ? null : (String) session.getAttribute(SignInSession.METHOD);
        return FactorGrantedAuthority.withAuthority(
                        method == null ? FactorGrantedAuthority.PASSWORD_AUTHORITY : "FACTOR_" + method)
                .issuedAt(Instant.ofEpochMilli(at == null ? 0 : at))
                .build();
    }

    // The session is written by SignInSession alone.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return sessions.find(request).isPresent();
    }
}
