package org.zhengtong.base.identity.web;

import java.time.Instant;
import org.zhengtong.base.identity.internal.device.DeviceName;

/** One place where an account is signed in; the key is a digest of the session's number, which is a secret. */
public record OwnSession(
        String key,
        DeviceName device,
        String address,
        Place place,
        String method,
        Instant signedInAt,
        Instant lastUsedAt,
        boolean present) {

    /** Where a network address lies, as far as the address itself tells. */
    public enum Place {
        THIS_MACHINE,
        /** Addresses that the internet does not know (RFC 1918, RFC 4193). */
        OWN_NETWORK,
        INTERNET;

        static Place of(String address) {
            try {
                var known = java.net.InetAddress.ofLiteral(address);
                var own = known.isSiteLocalAddress()
                        || known.isLinkLocalAddress()
                        || known.getAddress().length == 16 && (known.getAddress()[0] & 0xfe) == 0xfc;
                return known.isLoopbackAddress() ? THIS_MACHINE : own ? OWN_NETWORK : INTERNET;
            } catch (IllegalArgumentException unreadable) {
                return INTERNET;
            }
        }
    }
}
