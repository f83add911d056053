package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/** The pages of an account are its owner's: an agent changes neither password nor keys of the enterprise he acts for. */
@Component
class OwnerOnly implements HandlerInterceptor {
    static final String AGENCIES = "/account/agencies";

    private final SignedInSessions sessions;

    OwnerOnly(SignedInSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        var path = request.getRequestURI();
        var owners = path.startsWith("/account") && !path.startsWith(AGENCIES);
        if (owners
                && sessions.find(request).filter(user -> user.acting() != null).isPresent()) {
            response.sendRedirect(AGENCIES);
            return false;
        }
        return true;
    }
}
