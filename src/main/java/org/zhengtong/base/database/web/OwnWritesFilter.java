package org.zhengtong.base.database.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengtong.base.database.internal.MayBeOld;
import org.zhengtong.base.database.internal.ReplicatedStore;

/**
 * Lets a request that only reads be answered by a replica, unless the same reader has changed something a moment ago: browsers
 * bring a cookie for so long, programs are known by what they sign in with.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class OwnWritesFilter extends OncePerRequestFilter {

    private static final String COOKIE = "zt-wrote";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final int MARGIN_SECONDS = 2;

    private final ReplicatedStore replicas;
    private final @Nullable Cache<Integer, Boolean> programs;

    OwnWritesFilter(ReplicatedStore replicas) {
        this.replicas = replicas;
        var oldest = replicas.oldest();
        this.programs = oldest == null
                ? null
                : Caffeine.newBuilder()
                        .maximumSize(10_000)
                        .expireAfterWrite(oldest.plusSeconds(MARGIN_SECONDS))
                        .build();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var oldest = replicas.oldest();
        if (programs == null || oldest == null) {
            chain.doFilter(request, response);
        } else if (!READING.contains(request.getMethod())) {
            remember(request, response, oldest, programs);
            chain.doFilter(request, response);
        } else if (wrote(request, programs)) {
            chain.doFilter(request, response);
        } else {
            try (var _ = MayBeOld.bind()) {
                chain.doFilter(request, response);
            }
        }
    }

    private static void remember(
            HttpServletRequest request,
            HttpServletResponse response,
            Duration oldest,
            Cache<Integer, Boolean> programs) {
        var cookie = new Cookie(COOKIE, "1");
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) oldest.toSeconds() + MARGIN_SECONDS);
        response.addCookie(cookie);
        var program = request.getHeader("Authorization");
        if (program != null) {
            programs.put(program.hashCode(), true);
        }
    }

    private static boolean wrote(HttpServletRequest request, Cache<Integer, Boolean> programs) {
        var program = request.getHeader("Authorization");
        if (program != null && programs.getIfPresent(program.hashCode()) != null) {
            return true;
        }
        var cookies = request.getCookies();
        if (cookies != null) {
            for (var cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) {
                    return true;
                }
            }
        }
        return false;
    }
}
