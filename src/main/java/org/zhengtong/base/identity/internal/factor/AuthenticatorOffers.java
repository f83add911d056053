package org.zhengtong.base.identity.internal.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.SecondFactors.Offer;
import org.zhengtong.base.identity.internal.Secrets;
import org.zhengtong.base.ui.NodeMode;

/** Secrets that are shown but not stored yet: the form carries them back, sealed for one account and 15 minutes. */
@Component
class AuthenticatorOffers {
    private static final int SECRET_BYTES = 20;
    private static final Duration VALID = Duration.ofMinutes(15);

    private final Secrets secrets;
    private final NodeMode mode;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AuthenticatorOffers(Secrets secrets, NodeMode mode, Clock clock) {
        this.secrets = secrets;
        this.mode = mode;
        this.clock = clock;
    }

    Offer fresh(AccountId account, String name) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return offer(
                account,
                name,
                Base32.encode(secret),
                clock.instant().plus(VALID).getEpochSecond());
    }

    private Offer offer(AccountId account, String name, String secret, long until) {
        var content = account + " " + until + " " + secret;
        var sealed = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(secrets.hide(content.getBytes(StandardCharsets.UTF_8)));
        var address = "otpauth://totp/" + encoded(mode.siteName() + ":" + name) + "?secret=" + secret + "&issuer="
                + encoded(mode.siteName());
        return new Offer(secret, address, sealed);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The same offer again, as long as it is this account's and not too old. */
    Optional<Offer> open(AccountId account, String name, String sealed) {
        try {
            var content = new String(secrets.reveal(Base64.getUrlDecoder().decode(sealed)), StandardCharsets.UTF_8);
            var parts = content.split(" ");
            var until = Long.parseLong(parts[1]);
            return parts[0].equals(account.toString()) && clock.instant().getEpochSecond() < until
                    ? Optional.of(offer(account, name, parts[2], until))
                    : Optional.empty();
        } catch (IllegalArgumentException | IllegalStateException forged) {
            return Optional.empty();
        }
    }
}
