package org.zhengtong.base.search;

import java.util.List;
import java.util.Map;

/** The answer to a question. */
public sealed interface SearchOutcome {
    /**
     * What was found, best first.
     *
     * @param loose nothing held all the words; documents that hold most of them are shown
     * @param synonyms official and everyday words that were looked for as well
     * @param facets counts of every facet's values among the results, most first; {@code kind} is one of them
     */
    record Found(
            List<SearchHit> hits, long total, boolean loose, List<String> synonyms, Map<String, List<Count>> facets)
            implements SearchOutcome {}

    /** The index is being opened or made; so many of so many documents are in it. */
    record Preparing(long done, long total) implements SearchOutcome {}

    /** A value and how many results have it. */
    record Count(String value, long documents) {}
}
