package org.zhengtong.app.window.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.search.SearchHit;

/**
 * What staff looked for in full text, and what was found.
 *
 * @param preparing the index is being made: how much of it is ready, in percent; null when it is
 * @param synonyms other words that were looked for as well
 */
public record FullTextPage(
        FullTextForm form,
        List<Row> rows,
        List<Colleague> colleagues,
        List<Filter> filters,
        long total,
        boolean loose,
        List<String> synonyms,
        @Nullable Integer preparing,
        @Nullable String first,
        @Nullable String next,
        boolean mayRebuild) {
    /** A found case or file. */
    public record Row(
            String kindKey,
            @Nullable String href,
            List<SearchHit.Piece> title,
            List<SearchHit.Piece> excerpt,
            List<String> facts) {
        /** Whether the words stand in the excerpt; otherwise it only repeats the beginning. */
        public boolean tells() {
            return excerpt.stream().anyMatch(SearchHit.Piece::marked);
        }
    }

    /** A member of staff whose name begins so. */
    public record Colleague(String name, String department, String posts) {}

    /** One list to choose from. */
    public record Filter(String name, String labelKey, List<Option> options) {}

    /** A value, its text, and how many results it leaves. */
    public record Option(String value, String text, long documents, boolean selected) {}
}
