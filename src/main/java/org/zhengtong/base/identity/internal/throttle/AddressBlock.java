package org.zhengtong.base.identity.internal.throttle;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A network address as attempts are counted by it: IPv4 whole, IPv6 by its first 64 bits, which one household can vary freely. */
record AddressBlock(String value) {
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int NETWORK_BYTES = 8;

    static AddressBlock of(String address) {
        if (!IPV6.matcher(address).matches()) {
            return new AddressBlock(address);
        }
        try {
            var bytes = java.net.Inet6Address.ofLiteral(address.replaceFirst("%.*", ""))
                    .getAddress();
            // an IPv4 address in the clothes of IPv6 (::ffff:192.0.2.1) comes back with four bytes
            return new AddressBlock(
                    bytes.length < NETWORK_BYTES
                            ? InetAddress.getByAddress(bytes).getHostAddress()
                            : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES));
        } catch (IllegalArgumentException | UnknownHostException unreadable) {
            return new AddressBlock(address);
        }
    }
}
