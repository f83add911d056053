package org.zhengtong.base.identity.internal.factor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change with time (TOTP, RFC 6238), in the form that authenticators agree on.
 *
 * @param algorithm name of the keyed hash, such as {@code HmacSHA1}
 */
record Totp(String algorithm, int digits) {
    /** What every authenticator understands. */
    static final Totp USUAL = new Totp("HmacSHA1", 6);

    private static final long STEP_SECONDS = 30;
    private static final int DRIFT = 1;

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    /** RFC 4226, 5.3: the last four bits of the hash say where in it the number stands. */
    String code(byte[] key, long step) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key, algorithm));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return ("%0" + digits + "d").formatted(number % (long) Math.pow(10, digits));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " is part of every Java", impossible);
        }
    }

    /** The step at which the code is right: now, or half a minute off (RFC 6238, 5.2). */
    OptionalLong stepOf(byte[] key, String code, Instant now) {
        var found = OptionalLong.empty();
        for (var step = step(now) - DRIFT; step <= step(now) + DRIFT; step++) {
            if (MessageDigest.isEqual(bytes(code(key, step)), bytes(code))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }
}
