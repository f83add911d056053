package org.zhengtong.base.search;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/**
 * What a room contributes to search: declare it as a bean. The index is made from it and follows its feeds; the room's
 * tables stay the truth, so a lost index is made again.
 */
public interface SearchSource {
    /** Stable name such as {@code case}; part of every document's address in the index. */
    String kind();

    /** Names of the facets its documents may have. */
    List<String> facets();

    /** About how many documents there are; for the progress of making the index. */
    long count();

    /** Keys after this one in any fixed order, "" to begin; for making the index anew. */
    List<String> keysAfter(String key, int most);

    /** The documents of these keys as they are now; a key without a document is taken out of the index. */
    List<SearchDocument> read(Collection<String> keys);

    /** Where changes are told, each with its own order. */
    List<ChangeFeed> feeds();

    /**
     * What opens documents to this reader: the reader sees those whose {@link SearchDocument#readers} hold one of these.
     * Asked at every search, so a right that was taken away closes documents at once. Null is a visitor.
     */
    Set<String> passesOf(@Nullable CurrentUser reader);
}
