package org.zhengtong.base.identity.internal.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** Addresses to which people are sent back: whole, https, without wildcards, so that no code goes astray (RFC 9700, 4.1). */
final class SystemAddresses {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST = 500;

    private SystemAddresses() {}

    static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    static boolean isAllowed(String address) {
        try {
            var uri = new URI(address);
            var host = uri.getHost();
            return address.length() <= LONGEST
                    && host != null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && !address.contains("*")
                    && ("https".equals(uri.getScheme())
                            || "http".equals(uri.getScheme()) && THIS_MACHINE.contains(host));
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }
}
