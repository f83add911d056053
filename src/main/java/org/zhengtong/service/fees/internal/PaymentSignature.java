package org.zhengtong.service.fees.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * Signs what goes to the provider and checks what comes from it: a keyed hash over timestamp, path and body, each followed by a
 * line feed but the last. With the path in it, no message passes for one of another kind.
 */
record PaymentSignature(String algorithm, String secret) {

    static final Duration WINDOW = Duration.ofMinutes(5);
    static final String TIMESTAMP = "X-Zhengtong-Timestamp";
    static final String SIGNATURE = "X-Zhengtong-Signature";

    /** In lower-case hexadecimal digits. */
    String of(String timestamp, String path, byte[] body) {
        var head = (timestamp + "\n" + path + "\n").getBytes(StandardCharsets.UTF_8);
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        var key = secret.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of()
                .formatHex(
                        switch (algorithm) {
                            case "hmac-sm3" -> sm3(key, whole);
                            case "hmac-sha256" -> sha256(key, whole);
                            default -> throw new IllegalArgumentException("Not hmac-sm3 or hmac-sha256: " + algorithm);
                        });
    }

    /** Whether the signature is right and the timestamp within five minutes of now. */
    boolean right(String timestamp, String path, byte[] body, String signature, Clock clock) {
        return fresh(timestamp, clock)
                && MessageDigest.isEqual(
                        of(timestamp, path, body).getBytes(StandardCharsets.US_ASCII),
                        signature.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean fresh(String timestamp, Clock clock) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        var stamped = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(stamped, clock.instant()).abs().compareTo(WINDOW) <= 0;
    }

    private static byte[] sha256(byte[] key, byte[] signed) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Every Java has HmacSHA256", missing);
        }
    }

    private static byte[] sm3(byte[] key, byte[] signed) {
        var mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
        mac.update(signed, 0, signed.length);
        var result = new byte[mac.getMacSize()];
        mac.doFinal(result, 0);
        return result;
    }

    @Override
    public String toString() {
        return algorithm;
    }
}
