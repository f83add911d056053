package org.zhengtong.base.search;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/**
 * A question.
 *
 * @param text what somebody typed, however long or odd
 * @param kinds of which sources; empty asks all
 * @param filters values of facets, each of which a document must have one of
 * @param reader who asks; null is a visitor
 * @param from how many results to pass over, for a further page
 */
public record SearchRequest(
        String text,
        Set<String> kinds,
        Map<String, Set<String>> filters,
        @Nullable CurrentUser reader,
        int from,
        int most) {
    public SearchRequest {
        kinds = Set.copyOf(kinds);
        filters = Map.copyOf(filters);
    }
}
