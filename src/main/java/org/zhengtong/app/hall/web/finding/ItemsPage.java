package org.zhengtong.app.hall.web.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Found items with the filters that narrow them.
 *
 * @param loose nothing held all the words; items that hold most of them are shown
 * @param inGuides no name held the words, but guides do
 * @param next address of the next page
 * @param first address of the first page, when this is not it
 */
public record ItemsPage(
        Place place,
        ItemsForm form,
        List<ItemRow> rows,
        long total,
        boolean loose,
        boolean inGuides,
        List<Filter> filters,
        List<Chosen> chosen,
        @Nullable String next,
        @Nullable String first) {

    /** One list to choose from: name of the field, key of its label, and what can be chosen. */
    public record Filter(String name, String labelKey, List<Option> options) {}

    /** A value, its text in the reader's language or key, and how many items it leaves. */
    public record Option(String value, String text, long items, boolean selected) {}

    /** A filter in force and the address without it. */
    public record Chosen(String text, String without) {}
}
