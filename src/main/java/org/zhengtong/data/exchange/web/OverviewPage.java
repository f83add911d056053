package org.zhengtong.data.exchange.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;

/**
 * Who exchanges what with whom.
 *
 * @param names of nodes, by code
 */
public record OverviewPage(
        OwnNode own,
        NodeGraph graph,
        List<ChannelSearch.Line> channels,
        Map<String, String> names,
        List<ChannelSearch.Fault> faults,
        long quarantined) {

    /** How many envelopes have not come to their end. */
    public long waiting() {
        return channels.stream().mapToLong(ChannelSearch.Line::waiting).sum();
    }

    public long sent() {
        return channels.stream()
                .filter(ChannelSearch.Line::outgoing)
                .mapToLong(ChannelSearch.Line::count)
                .sum();
    }

    public long received() {
        return channels.stream()
                .filter(line -> !line.outgoing())
                .mapToLong(ChannelSearch.Line::count)
                .sum();
    }

    public long refused() {
        return channels.stream().mapToLong(ChannelSearch.Line::refused).sum();
    }

    public long silent() {
        return channels.stream().filter(ChannelSearch.Line::silent).count();
    }

    /** The name of a node, or its code when nobody knows it. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** Octets as people read them. */
    public static String size(long octets) {
        if (octets < 1 << 10) {
            return octets + " B";
        }
        var unit = octets < 1 << 20 ? 1 : octets < 1 << 30 ? 2 : 3;
        return String.format(
                Locale.ROOT,
                "%.1f %s",
                octets / Math.pow(1024, unit),
                List.of("KB", "MB", "GB").get(unit - 1));
    }

    /** Seconds as people read them. */
    public static String seconds(double seconds) {
        return seconds < 100
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : seconds < 7_200
                        ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                        : String.format(Locale.ROOT, "%.0f h", seconds / 3_600);
    }
}
