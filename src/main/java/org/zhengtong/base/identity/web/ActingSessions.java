package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.Acting;
import org.zhengtong.base.identity.Agencies;
import org.zhengtong.base.identity.CurrentUser;

/** Whom a session acts for. The authorization is read anew for each request, so that an ended one counts no more. */
@Component
public class ActingSessions {
    private static final String AGENCY = "agency";

    private final Agencies agencies;
    private final Accounts accounts;

    ActingSessions(Agencies agencies, Accounts accounts) {
        this.agencies = agencies;
        this.accounts = accounts;
    }

    /** The enterprise with its agent, when the session acts for one; otherwise the account itself. */
    Optional<CurrentUser> user(@Nullable HttpSession session, AccountId account) {
        var agency = session == null ? null : (Long) session.getAttribute(AGENCY);
        var standing = agency == null
                ? Optional.<org.zhengtong.base.identity.Agency>empty()
                : agencies.standing(account, agency);
        return standing.isEmpty()
                ? accounts.findUser(account)
                : accounts.findUser(standing.get().enterprise())
                        .map(enterprise -> enterprise.actedBy(new Acting(
                                account,
                                standing.get().agentName(),
                                standing.get().matters())));
    }

    /** From the next request on the session acts for the enterprise. */
    public void begin(HttpServletRequest request, long agency) {
        request.getSession(true).setAttribute(AGENCY, agency);
        SignedInSessions.forget(request);
    }

    /** From the next request on the session is the agent's own again. */
    public void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(AGENCY);
        }
        SignedInSessions.forget(request);
    }
}
