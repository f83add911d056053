package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.PublicPaths;

/** What all rooms together declared open to everybody. */
@Component
class OpenAddresses {
    private static final List<String> STATIC_FILES = List.of("/assets/**", "/webjars/**");

    private final List<RequestMatcher> files = get(STATIC_FILES.stream()).toList();
    private final List<RequestMatcher> pages;
    private final List<RequestMatcher> forms;
    private final List<RequestMatcher> callbacks;

    OpenAddresses(List<PublicPaths> declared) {
        pages = get(declared.stream().flatMap(paths -> paths.pages().stream())).toList();
        forms = post(declared.stream().flatMap(paths -> paths.forms().stream()));
        callbacks = Stream.concat(
                        post(declared.stream().flatMap(paths -> paths.callbacks().stream())).stream(),
                        declared.stream()
                                .flatMap(paths -> paths.programs().stream())
                                .map(PathPatternRequestMatcher::pathPattern))
                .toList();
    }

    private static List<RequestMatcher> post(Stream<String> patterns) {
        return patterns.<RequestMatcher>map(pattern -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, pattern))
                .toList();
    }

    private static Stream<RequestMatcher> get(Stream<String> patterns) {
        return patterns.flatMap(pattern -> Stream.of(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, pattern),
                PathPatternRequestMatcher.pathPattern(HttpMethod.HEAD, pattern)));
    }

    boolean isStaticFile(HttpServletRequest request) {
        return files.stream().anyMatch(matcher -> matcher.matches(request));
    }

    /** The addresses of OpenID Connect; they speak to programs and follow their own rules. */
    static boolean isOfProvider(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.startsWith("/oauth2/")
                || path.startsWith("/.well-known/")
                || path.equals("/userinfo")
                || path.equals("/connect/logout");
    }

    boolean isPublicPage(HttpServletRequest request) {
        return pages.stream().anyMatch(matcher -> matcher.matches(request));
    }

    boolean isPublicForm(HttpServletRequest request) {
        return forms.stream().anyMatch(matcher -> matcher.matches(request));
    }

    /** Signed by another system; no form of ours lies behind it. */
    boolean isCallback(HttpServletRequest request) {
        return callbacks.stream().anyMatch(matcher -> matcher.matches(request));
    }

    boolean isOpen(HttpServletRequest request) {
        return isPublicPage(request) || isPublicForm(request) || isStaticFile(request) || isCallback(request);
    }

    /** A public page for a browser that has no session: it needs no look-up of a user. */
    boolean isForNobody(HttpServletRequest request) {
        return Cookies.find(request, Cookies.SESSION).isEmpty() && isPublicPage(request);
    }
}
