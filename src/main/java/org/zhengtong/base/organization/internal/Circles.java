package org.zhengtong.base.organization.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out whether following what stands above leads back to where one began. */
final class Circles {

    private Circles() {}

    /** The way round, such as {@code a → b → a}; empty when it ends at a root or runs into another circle. */
    static Optional<String> find(String start, Map<String, String> above) {
        var path = new ArrayList<String>(List.of(start));
        var seen = new HashSet<String>();
        var next = above.getOrDefault(start, "");
        while (!next.isEmpty() && seen.add(next)) {
            path.add(next);
            if (next.equals(start)) {
                return Optional.of(String.join(" \u2192 ", path));
            }
            next = above.getOrDefault(next, "");
        }
        return Optional.empty();
    }
}
