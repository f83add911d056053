package org.zhengtong.base.notice.internal;

import java.util.List;

/** What the other side made of what it was handed. */
sealed interface Answer {

    /** Taken; {@code providerIds} are its numbers for the parts, if it gives any. */
    record Taken(String receipt, List<String> providerIds) implements Answer {
        static Taken saying(String receipt) {
            return new Taken(receipt, List.of());
        }
    }

    /** Not reachable, or asking to come back later. */
    record NotNow(String reason) implements Answer {}

    /** Handed over, but no answer came in time: it may have been taken. The numbers are those known until then. */
    record Unsure(String reason, List<String> providerIds) implements Answer {}

    /** Refused for good. */
    record Refused(String reason) implements Answer {}

    /** What was said, short enough for a line. */
    static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > 300 ? line.substring(0, 300) : line;
    }
}
