package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;

/** Somebody whose password was right and who still owes a second factor: a session that opens nothing else, for ten minutes. */
@Component
public class HalfSignIn {
    private static final String ACCOUNT = "half-account";
    private static final String SINCE = "half-since";
    private static final String NEXT = "half-next";
    private static final Duration VALID = Duration.ofMinutes(10);

    private final Clock clock;

    HalfSignIn(Clock clock) {
        this.clock = clock;
    }

    /** Who waits, and where to go afterwards. */
    public record Waiting(AccountId account, String next) {}

    void begin(HttpServletRequest request, AccountId account, String next) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, account.value());
        session.setAttribute(SINCE, clock.millis());
        session.setAttribute(NEXT, next);
    }

    /** Who waits at this browser. */
    public Optional<Waiting> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .filter(session ->
                        session.getAttribute(SINCE) instanceof Long since && clock.millis() - since < VALID.toMillis())
                .map(session -> new Waiting(
                        new AccountId((Long) Objects.requireNonNull(session.getAttribute(ACCOUNT))),
                        (String) Objects.requireNonNull(session.getAttribute(NEXT))));
    }
}
