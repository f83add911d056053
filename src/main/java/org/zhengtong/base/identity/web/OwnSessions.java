package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.identity.internal.device.DeviceName;

/** The sessions of one account: what is signed in where. The number of a session is a secret, so the page knows a digest of it. */
@Component
public class OwnSessions {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final Secrets secrets;

    OwnSessions(FindByIndexNameSessionRepository<? extends Session> sessions, Secrets secrets) {
        this.sessions = sessions;
        this.secrets = secrets;
    }

    List<OwnSession> of(CurrentUser user, HttpServletRequest request) {
        var present = present(request);
        return sessions.findByPrincipalName(user.id().toString()).values().stream()
                .map(session -> seen(session, present))
                .sorted(Comparator.comparing(OwnSession::present)
                        .thenComparing(OwnSession::lastUsedAt)
                        .reversed())
                .toList();
    }

    private OwnSession seen(Session session, String present) {
        var address = text(session, SignInSession.ADDRESS);
        return new OwnSession(
                key(session.getId()),
                DeviceName.of(text(session, SignInSession.DEVICE)),
                address,
                OwnSession.Place.of(address),
                text(session, SignInSession.METHOD),
                session.getCreationTime(),
                session.getLastAccessedTime(),
                session.getId().equals(present));
    }

    private static String text(Session session, String attribute) {
        return Objects.requireNonNullElse(session.<String>getAttribute(attribute), "");
    }

    void end(CurrentUser user, String key) {
        sessions.findByPrincipalName(user.id().toString()).keySet().stream()
                .filter(id -> key(id).equals(key))
                .forEach(sessions::deleteById);
    }

    /** Ends all sessions of an account, wherever they are: somebody else may have had it. */
    public void endAll(AccountId account) {
        sessions.findByPrincipalName(account.toString()).keySet().forEach(sessions::deleteById);
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
