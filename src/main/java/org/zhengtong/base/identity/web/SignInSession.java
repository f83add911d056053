package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.SignInMethod;
import org.zhengtong.base.identity.SignInRecord;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.settings.Settings;

/** Begins and ends the session of a browser. */
@Component
public class SignInSession {
    static final String DEVICE = "device";
    static final String ADDRESS = "address";
    static final String METHOD = "method";
    private static final String DEVICE_COOKIE = "ZTDEVICE";
    private static final Duration DEVICE_AGE = Duration.ofDays(365);
    private static final int DEVICE_LENGTH = 300;

    private final CsrfTokenRepository tokens;
    private final LastAccount lastAccount;
    private final SignInRecord record;
    private final Secrets secrets;
    private final Settings settings;
    private final Clock clock;

    SignInSession(
            CsrfTokenRepository tokens,
            LastAccount lastAccount,
            SignInRecord record,
            Secrets secrets,
            Settings settings,
            Clock clock) {
        this.tokens = tokens;
        this.lastAccount = lastAccount;
        this.record = record;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
    }

    /** Signs the account in under a new session: whoever knew the number of the old one knows nothing (session fixation). */
    public void begin(
            HttpServletRequest request, HttpServletResponse response, AccountId account, SignInMethod method) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        session.setMaxInactiveInterval(
                (int) settings.value(SessionSettings.IDLE).toSeconds());
        session.setAttribute(SignedInSessions.ACCOUNT, account.value());
        session.setAttribute(SignedInSessions.SIGNED_IN_AT, clock.millis());
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, account.toString());
        session.setAttribute(DEVICE, device(request));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(METHOD, method.name());
        tokens.saveToken(null, request, response);
        record.begun(account, method, deviceMark(request, response), device(request), request.getRemoteAddr());
        lastAccount.remember(account, request, response);
        SignedInSessions.forget(request);
    }

    private String deviceMark(HttpServletRequest request, HttpServletResponse response) {
        var mark = Cookies.find(request, DEVICE_COOKIE)
                .filter(value -> value.matches("[A-Za-z0-9_-]{40,50}"))
                .orElseGet(secrets::fresh);
        Cookies.set(request, response, DEVICE_COOKIE, mark, DEVICE_AGE);
        return mark;
    }

    private static String device(HttpServletRequest request) {
        var agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), DEVICE_LENGTH));
    }

    /** Signs out. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        tokens.saveToken(null, request, response);
        SecurityContextHolder.clearContext();
        SignedInSessions.forget(request);
    }
}
