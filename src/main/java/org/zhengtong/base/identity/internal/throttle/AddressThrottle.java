package org.zhengtong.base.identity.internal.throttle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.settings.Settings;

/**
 * Stops password spraying: one address that tries a few passwords on many names never locks any of them, so the address has
 * to wait, twice as long with each further failure. While names fail all over the node, as from many addresses at once,
 * every address is allowed less.
 */
@Component
public class AddressThrottle {
    static final int NAMES_UNDER_ATTACK = 3;
    static final int NAMES_OF_AN_ATTACK = 200;
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration ATTACK = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 7;

    private final AddressStore store;
    private final Settings settings;
    private final Clock clock;

    AddressThrottle(AddressStore store, Settings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Counts an attempt before it is made, so that many at once cannot slip through; tells until when the address has to
     * wait, if it has to. An attempt during a pause is neither made nor counted.
     */
    public Optional<Instant> begin(String address, byte[] name) {
        var block = AddressBlock.of(address);
        var now = clock.instant();
        var pause = store.pauseEnd(block, now);
        if (pause.isPresent()) {
            return pause;
        }
        store.count(block, name, now);
        var excess = excess(block, now);
        if (excess >= 0) {
            store.forgetBefore(now.minus(REMEMBERED));
            store.pause(block, now.plus(pause(excess)));
        }
        return Optional.empty();
    }

    private int excess(AddressBlock block, Instant now) {
        var failures = store.failures(block, now.minus(REMEMBERED));
        var attacked = failures.names() >= NAMES_UNDER_ATTACK
                && store.namesEverywhere(now.minus(ATTACK), NAMES_OF_AN_ATTACK) >= NAMES_OF_AN_ATTACK;
        var names = attacked ? NAMES_UNDER_ATTACK : settings.value(ThrottleSettings.ADDRESS_NAMES);
        return Math.max(
                failures.names() - names, failures.attempts() - settings.value(ThrottleSettings.ADDRESS_ATTEMPTS));
    }

    private static Duration pause(int excess) {
        var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(excess, MOST_DOUBLINGS));
        return doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
    }

    /** The attempt was right: it is taken back. Failures on other names stay, so that one's own account does not wash them off. */
    public void succeeded(String address, byte[] name) {
        store.forget(AddressBlock.of(address), name);
    }
}
