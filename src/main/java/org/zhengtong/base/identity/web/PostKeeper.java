package org.zhengtong.base.identity.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.PendingPost;
import org.zhengtong.base.identity.PendingPosts;

/**
 * Sends people to sign in, and keeps what they had just sent: a form that arrives after the session's end, or with a token
 * from before it, is put aside for the same account and offered again after signing in.
 */
@Component
class PostKeeper implements AuthenticationEntryPoint, AccessDeniedHandler {
    static final String PAGE = "/pending-posts";
    private static final String COOKIE = "ZTPENDING";
    private static final Duration KEPT = Duration.ofMinutes(30);
    private static final int MOST = 5;

    private final PendingPosts posts;
    private final SignedInSessions sessions;
    private final LastAccount lastAccount;
    private final OpenAddresses addresses;

    PostKeeper(PendingPosts posts, SignedInSessions sessions, LastAccount lastAccount, OpenAddresses addresses) {
        this.posts = posts;
        this.sessions = sessions;
        this.lastAccount = lastAccount;
        this.addresses = addresses;
    }

    /** Nobody is signed in where somebody must be. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if ("POST".equals(request.getMethod())) {
            var own = IdentityPaths.isOwnForm(request.getRequestURI());
            var back = own ? IdentityPaths.pageOf(request.getRequestURI()) : "/";
            send(request, response, signIn(isKept(request, response) ? PAGE : back));
        } else {
            send(request, response, signIn(address(request)));
        }
    }

    /** A token is stale or missing, or somebody signed in may not come here. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException, ServletException {
        if (!(reason instanceof CsrfException) || !"POST".equals(request.getMethod()) || isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (IdentityPaths.isOwnForm(request.getRequestURI())) {
            send(request, response, ownPage(request));
            return;
        }
        var mayStay = sessions.find(request).isPresent() || addresses.isPublicForm(request);
        var kept = isKept(request, response);
        send(request, response, mayStay ? PAGE : signIn(kept ? PAGE : "/"));
    }

    private static String ownPage(HttpServletRequest request) {
        var page = IdentityPaths.pageOf(request.getRequestURI());
        var token = request.getParameter("token");
        return token == null ? page : page + "?token=" + URLEncoder.encode(token, StandardCharsets.UTF_8);
    }

    private boolean isKept(HttpServletRequest request, HttpServletResponse response) {
        if (isForeign(request) || IdentityPaths.isOwnForm(request.getRequestURI())) {
            return false;
        }
        var owner = sessions.find(request).map(CurrentUser::id).or(() -> lastAccount.find(request));
        var post = new PendingPost(address(request), fields(request), isMultipart(request));
        var secret = posts.keep(post, owner.orElse(null));
        secret.ifPresent(fresh -> {
            var secrets = new ArrayList<>(List.of(fresh));
            secrets.addAll(secrets(request));
            remember(request, response, secrets);
        });
        return secret.isPresent();
    }

    // Another site must not be able to put a form before our users: browsers name the site that a form comes from.
    private static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        var origin = request.getHeader("Origin");
        if (origin == null) {
            return false;
        }
        try {
            var authority = URI.create(origin).getRawAuthority();
            return authority == null || !authority.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static boolean isMultipart(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals("_csrf") && !name.toLowerCase(Locale.ROOT).contains("password")) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    private static String address(HttpServletRequest request) {
        var query = request.getQueryString();
        return query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
    }

    private static String signIn(String next) {
        return next.equals("/")
                ? IdentityPaths.SIGN_IN
                : IdentityPaths.SIGN_IN + "?next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }

    // htmx follows a redirect inside the part of a page; this header makes it open the whole page.
    private static void send(HttpServletRequest request, HttpServletResponse response, String address)
            throws IOException {
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", address);
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }

    /** The secrets of the forms that this browser left here. */
    static List<String> secrets(HttpServletRequest request) {
        return Cookies.find(request, COOKIE).map(value -> List.of(value.split("\\."))).orElse(List.of()).stream()
                .filter(secret -> secret.matches("[A-Za-z0-9_-]{40,50}"))
                .toList();
    }

    /** Whether forms wait for this account. */
    boolean isWaiting(HttpServletRequest request, AccountId account) {
        return !posts.find(secrets(request), account).isEmpty();
    }

    static void remember(HttpServletRequest request, HttpServletResponse response, List<String> secrets) {
        var latest = secrets.subList(0, Math.min(MOST, secrets.size()));
        Cookies.set(request, response, COOKIE, String.join(".", latest), latest.isEmpty() ? Duration.ZERO : KEPT);
    }
}
