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

    OpenAddresses(List<PublicPaths> declared) {
        pages = get(declared.stream().flatMap(paths -> paths.pages().stream())).toList();
        forms = declared.stream()
                .flatMap(paths -> paths.forms().stream())
                .<RequestMatcher>map(pattern -> PathPatternRequestMatcher.pathPattern(HttpMethod.POST, pattern))
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

    boolean isPublicPage(HttpServletRequest request) {
        return pages.stream().anyMatch(matcher -> matcher.matches(request));
    }

    boolean isPublicForm(HttpServletRequest request) {
        return forms.stream().anyMatch(matcher -> matcher.matches(request));
    }

    boolean isOpen(HttpServletRequest request) {
        return isPublicPage(request) || isPublicForm(request) || isStaticFile(request);
    }

    /** A public page for a browser that has no session: it needs no look-up of a user. */
    boolean isForNobody(HttpServletRequest request) {
        return Cookies.find(request, Cookies.SESSION).isEmpty() && isPublicPage(request);
    }
}
