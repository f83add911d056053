package org.zhengtong.data.exchange.web;

import java.util.List;
import java.util.Map;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;

/** Channels with their queues, and traffic by day. */
public record ChannelsPage(
        List<ChannelSearch.Line> channels, Map<String, String> names, DayChart chart, boolean manages) {

    /** The name of a node, or its code when nobody knows it. */
    public String name(String code) {
        return names.getOrDefault(code, code);
    }

    /** Expected minutes between two envelopes; 0 for no expectation. */
    public static long minutes(ChannelSearch.Line line) {
        var seconds = line.expectedSeconds();
        return seconds == null ? 0 : seconds / 60;
    }
}
