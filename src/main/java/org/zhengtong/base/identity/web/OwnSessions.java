package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.internal.Secrets;

/** The sessions of one account: what is signed in where. The number of a session is a secret, so the page knows a digest of it. */
@Component
class OwnSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Secrets secrets;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Secrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    List<OwnSession> of(CurrentUser user, HttpServletRequest request) {
        var present = present(request);
        return sessions.findByPrincipalName(user.id().toString()).values().stream()
                .map(session -> new OwnSession(
                        key(session.getId()),
                        Objects.requireNonNullElse(session.<String>getAttribute(SignInSession.DEVICE), ""),
                        Objects.requireNonNullElse(session.<String>getAttribute(SignInSession.ADDRESS), ""),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(present)))
                .sorted(Comparator.comparing(OwnSession::present)
                        .thenComparing(OwnSession::lastUsedAt)
                        .reversed())
                .toList();
    }

    void end(CurrentUser user, String key) {
        sessions.findByPrincipalName(user.id().toString()).keySet().stream()
                .filter(id -> key(id).equals(key))
                .forEach(sessions::deleteById);
    }

    void endOthers(CurrentUser user, HttpServletRequest request) {
        var present = present(request);
        sessions.findByPrincipalName(user.id().toString()).keySet().stream()
                .filter(id -> !id.equals(present))
                .forEach(sessions::deleteById);
    }

    private static String present(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private String key(String id) {
        return HexFormat.of().formatHex(secrets.digest("session", id), 0, 16);
    }
}
