package org.zhengtong.base.settings;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses that an administrator lets this node reach: names, addresses and networks, each with a port or for all ports, such as
 * {@code db.example.org:5432, 10.2.0.0/16:3306, 10.3.0.9}. Everything else is refused before a packet leaves.
 */
public record AllowedAddresses(List<Entry> entries) {

    private static final Pattern ENTRY =
            Pattern.compile("(\\[[0-9a-fA-F:]+]|[A-Za-z0-9.-]+)(?:/([0-9]{1,3}))?(?::([0-9]{1,5}))?");
    private static final Pattern NUMERIC = Pattern.compile("[0-9.]+|.*:.*");

    public AllowedAddresses {
        entries = List.copyOf(entries);
    }

    /**
     * One of them.
     *
     * @param host name, or the network's address
     * @param bits length of the network's prefix; -1 for a name
     * @param port 0 for all
     */
    record Entry(String host, int bits, int port) {

        static Entry of(String text) {
            var parts = ENTRY.matcher(text);
            if (!parts.matches()) {
                throw new IllegalArgumentException("Not an address: " + text);
            }
            var host = parts.group(1).replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
            var port = parts.group(3) == null ? 0 : Integer.parseInt(parts.group(3));
            if (!NUMERIC.matcher(host).matches()) {
                if (parts.group(2) != null) {
                    throw new IllegalArgumentException("A name is no network: " + text);
                }
                return new Entry(host, -1, port);
            }
            var most = numeric(host).getAddress().length * 8;
            var bits = parts.group(2) == null ? most : Integer.parseInt(parts.group(2));
            if (bits > most) {
                throw new IllegalArgumentException("Not a network: " + text);
            }
            return new Entry(host, bits, port);
        }

        boolean names(String wanted, int wantedPort) {
            return bits < 0 && host.equals(wanted.toLowerCase(Locale.ROOT)) && fits(wantedPort);
        }

        boolean covers(InetAddress address, int wantedPort) {
            return bits >= 0 && fits(wantedPort) && within(numeric(host).getAddress(), address.getAddress());
        }

        private boolean fits(int wantedPort) {
            return port == 0 || port == wantedPort;
        }

        private boolean within(byte[] network, byte[] address) {
            var shift = network.length * 8 - bits;
            return network.length == address.length
                    && new BigInteger(1, network)
                            .shiftRight(shift)
                            .equals(new BigInteger(1, address).shiftRight(shift));
        }
    }

    /** What a setting of such addresses may hold. */
    public static SettingKind<AllowedAddresses> kind() {
        return new SettingKind<>("addresses", List.of(), AllowedAddresses::parse, _ -> true);
    }

    /** Reads a list, separated by commas or blanks. */
    public static AllowedAddresses parse(String text) {
        return new AllowedAddresses(Arrays.stream(text.split("[,;\\s]+"))
                .filter(each -> !each.isBlank())
                .map(Entry::of)
                .toList());
    }

    /** No name is asked for: this is an address in figures. */
    private static InetAddress numeric(String host) {
        try {
            return InetAddress.ofLiteral(host);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalArgumentException("Not an address: " + host, wrong);
        }
    }

    /**
     * The host to connect to: the name itself when it is allowed by name, else its address, so that nobody can answer with another
     * one a moment later. All addresses of the name must be allowed.
     */
    public String require(String host, int port) throws AddressException {
        var bare = host.replaceAll("[\\[\\]]", "");
        if (entries.stream().anyMatch(entry -> entry.names(bare, port))) {
            return bare;
        }
        if (entries.stream().allMatch(entry -> entry.bits() < 0)) {
            throw new AddressException(bare, port, null);
        }
        try {
            var found = InetAddress.getAllByName(bare);
            if (!Arrays.stream(found)
                    .allMatch(address -> entries.stream().anyMatch(entry -> entry.covers(address, port)))) {
                throw new AddressException(bare, port, null);
            }
            return found[0].getHostAddress();
        } catch (UnknownHostException unknown) {
            throw new AddressException(bare, port, unknown);
        }
    }
}
