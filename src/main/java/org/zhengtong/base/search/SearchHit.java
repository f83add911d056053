package org.zhengtong.base.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A found document: its title, and the place in its text where the words stand. */
public record SearchHit(
        String kind, String key, List<Piece> title, List<Piece> excerpt, Map<String, Set<String>> facets, Instant at) {
    /** A run of text, marked when it is what was looked for. */
    public record Piece(String text, boolean marked) {}
}
