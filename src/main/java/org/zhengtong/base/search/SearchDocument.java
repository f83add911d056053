package org.zhengtong.base.search;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * What can be found of one thing.
 *
 * @param title what it is called; words here count most
 * @param text everything else that is said about it
 * @param codes numbers and codes found as they are, or by their beginning
 * @param facets by what results can be narrowed, such as {@code department}
 * @param readers who may find it: one of these must be among the {@link SearchSource#passesOf passes} of the reader
 * @param weight 0 to 999: how often people want it
 * @param at its time, for the newest first among equals
 */
public record SearchDocument(
        String key,
        String title,
        String text,
        Set<String> codes,
        Map<String, Set<String>> facets,
        Set<String> readers,
        int weight,
        Instant at) {
    public SearchDocument {
        codes = Set.copyOf(codes);
        facets = Map.copyOf(facets);
        readers = Set.copyOf(readers);
    }
}
