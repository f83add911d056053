package org.zhengtong.base.ui.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhengtong.base.ui.Appearance;
import org.zhengtong.base.ui.Shell;
import org.zhengtong.base.ui.ShellParts;
import org.zhengtong.base.ui.ShellUserSource;

/** Gives each page its {@link Shell}, and keeps a choice of language or look that came with the address. */
@Component
public class ShellInterceptor implements HandlerInterceptor {

    private static final java.time.Duration A_YEAR = java.time.Duration.ofDays(365);

    private final ShellParts parts;
    private final ObjectProvider<ShellUserSource> users;

    ShellInterceptor(ShellParts parts, ObjectProvider<ShellUserSource> users) {
        this.parts = parts;
        this.users = users;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws java.io.IOException {
        if (!"GET".equals(request.getMethod()) || request.getQueryString() == null) {
            return true;
        }
        return Appearance.CHOICES.keySet().stream().noneMatch(name -> chosen(request, name) != null)
                || keepChoice(request, response);
    }

    private boolean keepChoice(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
        var back = ServletUriComponentsBuilder.fromRequestUri(request).query(request.getQueryString());
        for (var name : Appearance.CHOICES.keySet()) {
            var value = chosen(request, name);
            if (value != null) {
                back.replaceQueryParam(name);
                response.addHeader(HttpHeaders.SET_COOKIE, cookie(name, value, request.isSecure()));
            }
        }
        var target = back.build(true);
        response.sendRedirect(
                target.getQuery() == null
                        ? request.getRequestURI()
                        : request.getRequestURI() + "?" + target.getQuery());
        return false;
    }

    private static @Nullable String chosen(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        var choices = Appearance.CHOICES.get(name);
        return value != null && choices != null && choices.contains(value) ? value : null;
    }

    private static String cookie(String name, String value, boolean secure) {
        return ResponseCookie.from(Appearance.COOKIE_PREFIX + name, value)
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null && page.getViewName() != null && !page.getViewName().startsWith("redirect:")) {
            page.addObject("shell", shell(request));
        }
    }

    /** The shell of a request, also for pages made outside a controller. */
    public Shell shell(HttpServletRequest request) {
        var user = users.stream()
                .findFirst()
                .map(source -> source.current(request))
                .orElse(null);
        var token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Shell(parts, Appearance.of(request), request.getRequestURI(), user, token);
    }
}
