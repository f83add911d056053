package org.zhengtong.base.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.ui.FieldFault;

/** Says why an attempt was refused, beside the field it was typed into. */
@Component
public class SignInRefusals {

    private final Faults faults;
    private final Clock clock;

    SignInRefusals(Faults faults, Clock clock) {
        this.faults = faults;
        this.clock = clock;
    }

    /** The words; {@code wrong} is the text for a wrong entry, filled with the attempts left. */
    public FieldFault of(HttpServletRequest request, String field, String wrong, SignInOutcome outcome) {
        return switch (outcome) {
            case SignInOutcome.SignedIn right -> throw new IllegalArgumentException("Not a refusal: " + right);
            case SignInOutcome.Wrong(var left) -> faults.of(request, field, wrong, left);
            case SignInOutcome.LockedOut(var until) ->
                faults.of(request, field, "identity.sign-in.locked", minutes(until));
            case SignInOutcome.AddressPaused(var until) ->
                faults.of(request, field, "identity.sign-in.address-paused", minutes(until));
        };
    }

    private long minutes(Instant until) {
        return Math.max(
                1, Duration.between(clock.instant(), until).plusSeconds(59).toMinutes());
    }
}
