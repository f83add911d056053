package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.settings.Settings;

/**
 * Finds the user of a request: the session holds the number of the account and nothing else of it; name and rights are read
 * once for each request that asks, so that a closed account or a revoked right counts at once.
 */
@Component
class SignedInSessions implements SecurityContextRepository {
    static final String ACCOUNT = "account";
    static final String SIGNED_IN_AT = "signed-in-at";
    private static final String LOADED = SignedInSessions.class.getName();

    private final ActingSessions acting;
    private final Settings settings;
    private final Clock clock;

    SignedInSessions(ActingSessions acting, Settings settings, Clock clock) {
        this.acting = acting;
        this.settings = settings;
        this.clock = clock;
    }

    /** The user of this request, looked up at most once. */
    Optional<CurrentUser> find(HttpServletRequest request) {
        if (request.getAttribute(LOADED) instanceof Optional<?> loaded) {
            return loaded.map(CurrentUser.class::cast);
        }
        var session = request.getSession(false);
        var user = Optional.ofNullable(session)
                .filter(this::isFresh)
                .map(fresh -> (Long) fresh.getAttribute(ACCOUNT))
                .flatMap(number -> acting.user(session, new AccountId(number)));
        request.setAttribute(LOADED, user);
        return user;
    }

    static void forget(HttpServletRequest request) {
        request.removeAttribute(LOADED);
    }

    private boolean isFresh(HttpSession session) {
        return session.getAttribute(SIGNED_IN_AT) instanceof Long at
                && clock.millis() - at < settings.value(SessionSettings.LENGTH).toMillis();
    }

    private SecurityContext context(HttpServletRequest request) {
        return find(request)
                .<SecurityContext>map(user -> new SecurityContextImpl(new AccountAuthentication(user)))
                .orElseGet(SecurityContextImpl::new);
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new Deferred(() -> context(request));
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    // The session is written by SignInSession alone.
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private static final class Deferred implements DeferredSecurityContext {

        private final Supplier<SecurityContext> load;
        private @org.jspecify.annotations.Nullable SecurityContext loaded;

        Deferred(Supplier<SecurityContext> load) {
            this.load = load;
        }

        @Override
        public SecurityContext get() {
            var context = loaded;
            if (context == null) {
                context = load.get();
                loaded = context;
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return get().getAuthentication() == null;
        }
    }
}
