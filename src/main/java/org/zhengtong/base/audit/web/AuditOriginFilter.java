package org.zhengtong.base.audit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengtong.base.audit.AuditOrigin;

/** Binds the client's address for the time of a request; ahead of security, so that sign-ins have an origin too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class AuditOriginFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try (var origin = AuditOrigin.bind(request.getRemoteAddr())) {
            chain.doFilter(request, response);
        }
    }
}
