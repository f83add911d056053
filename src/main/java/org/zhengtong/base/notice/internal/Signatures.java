package org.zhengtong.base.notice.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** Keyed hashes over what goes to and comes from gateways: HMAC-SHA256, or HMAC with SM3 (GB/T 32905). */
final class Signatures {

    private Signatures() {}

    /** In lower-case hexadecimal digits. */
    static String of(String algorithm, String secret, byte[] signed) {
        var key = secret.getBytes(StandardCharsets.UTF_8);
        return switch (algorithm) {
            case "hmac-sha256" -> HexFormat.of().formatHex(sha256(key, signed));
            case "hmac-sm3" -> HexFormat.of().formatHex(sm3(key, signed));
            default -> throw new IllegalArgumentException("Not hmac-sha256 or hmac-sm3: " + algorithm);
        };
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

    /** In constant time. */
    static boolean same(String expected, String given) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.UTF_8));
    }

    /** What the platform's own requests sign: the timestamp, a full stop, the body. */
    static byte[] stamped(String timestamp, byte[] body) {
        var head = (timestamp + ".").getBytes(StandardCharsets.UTF_8);
        var whole = new byte[head.length + body.length];
        System.arraycopy(head, 0, whole, 0, head.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
