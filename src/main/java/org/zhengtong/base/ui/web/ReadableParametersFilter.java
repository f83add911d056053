package org.zhengtong.base.ui.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;

/**
 * Refuses parameters that are no text: octets that are not UTF-8, and the character NUL, which no database takes. They are looked
 * at when they are read for the first time, since programs post bodies that are no parameters.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class ReadableParametersFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(new Readable(request), response);
        } catch (ProblemException refused) {
            // read by another filter, outside the reach of the pages' own answers
            response.sendError(refused.problem().status());
        }
    }

    /** Hands out the parameters after it has seen all of them. */
    private static final class Readable extends HttpServletRequestWrapper {
        private @Nullable Map<String, String[]> seen;

        Readable(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            var known = seen;
            if (known == null) {
                known = read();
                seen = known;
            }
            return known;
        }

        private Map<String, String[]> read() {
            try {
                var all = super.getParameterMap();
                if (all.entrySet().stream().anyMatch(Readable::holdsNul)) {
                    throw new ProblemException(CommonProblem.BAD_REQUEST);
                }
                return all;
            } catch (InvalidParameterException unreadable) {
                throw new ProblemException(CommonProblem.ofStatus(unreadable.getErrorCode()));
            }
        }

        private static boolean holdsNul(Map.Entry<String, String[]> parameter) {
            return parameter.getKey().indexOf('\0') >= 0
                    || Arrays.stream(parameter.getValue()).anyMatch(value -> value.indexOf('\0') >= 0);
        }

        @Override
        public @Nullable String getParameter(String name) {
            var values = getParameterMap().get(name);
            return values == null || values.length == 0 ? null : values[0];
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            var values = getParameterMap().get(name);
            return values == null ? null : values.clone();
        }

        @Override
        public Enumeration<String> getParameterNames() {
            return Collections.enumeration(getParameterMap().keySet());
        }
    }
}
