package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Begins and ends the session of a browser. */
@Component
class SignInSession {
    static final String DEVICE = "device";
    static final String ADDRESS = "address";
    private static final int DEVICE_LENGTH = 300;

    private final CsrfTokenRepository tokens;
    private final LastAccount lastAccount;
    private final Clock clock;

    SignInSession(CsrfTokenRepository tokens, LastAccount lastAccount, Clock clock) {
        this.tokens = tokens;
        this.lastAccount = lastAccount;
        this.clock = clock;
    }

    /** Signs the account in under a new session: whoever knew the number of the old one knows nothing (session fixation). */
    void begin(HttpServletRequest request, HttpServletResponse response, AccountId account) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(SignedInSessions.ACCOUNT, account.value());
        session.setAttribute(SignedInSessions.SIGNED_IN_AT, clock.millis());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        session.setAttribute(DEVICE, device(request));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        tokens.saveToken(null, request, response);
        lastAccount.remember(account, request, response);
        SignedInSessions.forget(request);
    }

    private static String device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), DEVICE_LENGTH));
    }

    /** Signs out. */
    void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        tokens.saveToken(null, request, response);
        SecurityContextHolder.clearContext();
        SignedInSessions.forget(request);
    }
}
