package org.zhengtong.base.identity.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.SignInOutcome;
import org.zhengtong.base.identity.internal.throttle.AddressThrottle;
import org.zhengtong.base.identity.internal.throttle.ThrottleSettings;
import org.zhengtong.base.settings.Settings;

/** Counts attempts to sign in, by name and by network address, before they are made. */
@Component
public class SignInThrottle {
    private static final Duration COUNTED = Duration.ofDays(1);

    private final AttemptStore attempts;
    private final AddressThrottle addresses;
    private final Settings settings;
    private final Clock clock;

    SignInThrottle(AttemptStore attempts, AddressThrottle addresses, Settings settings, Clock clock) {
        this.attempts = attempts;
        this.addresses = addresses;
        this.settings = settings;
        this.clock = clock;
    }

    /** One attempt that may be made; {@code ifWrong} is its outcome should it fail. */
    public record Attempt(SignInOutcome ifWrong) {}

    /** Counts the attempt; what stands in its way comes back as {@code refused}. */
    public record Turn(Optional<Attempt> attempt, Optional<SignInOutcome> refused) {

        static Turn refused(SignInOutcome outcome) {
            return new Turn(Optional.empty(), Optional.of(outcome));
        }
    }

    /** Counts an attempt under this name from this address. */
    public Turn begin(byte[] name, String address) {
        var pause = addresses.begin(address, name);
        if (pause.isPresent()) {
            return Turn.refused(new SignInOutcome.AddressPaused(pause.get()));
        }
        var now = clock.instant();
        return attempts.begin(
                        name, settings.value(ThrottleSettings.ATTEMPTS), settings.value(ThrottleSettings.PAUSE), now)
                .map(number -> new Turn(Optional.of(new Attempt(ifWrong(number))), Optional.empty()))
                .orElseGet(() -> Turn.refused(
                        new SignInOutcome.LockedOut(attempts.lockedUntil(name).orElse(now))));
    }

    private SignInOutcome ifWrong(int number) {
        var left = settings.value(ThrottleSettings.ATTEMPTS) - number;
        return left <= 0
                ? new SignInOutcome.LockedOut(clock.instant().plus(settings.value(ThrottleSettings.PAUSE)))
                : new SignInOutcome.Wrong(left);
    }

    /** The attempt was wrong. */
    public void failed() {
        attempts.forgetBefore(clock.instant().minus(COUNTED));
    }

    /** The attempt was right: it is forgotten. */
    public void succeeded(byte[] name, String address) {
        attempts.forget(name);
        addresses.succeeded(address, name);
    }
}
