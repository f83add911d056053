package org.zhengtong.data.catalog.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.Resource;

/** The catalog, narrowed and in order. */
public record ListPage(
        ListForm form,
        List<Choice> choices,
        List<Resource> resources,
        long total,
        boolean loose,
        boolean preparing,
        boolean mayCompile,
        Words words,
        @Nullable String next,
        @Nullable String first,
        String export) {

    /** One select box: a facet with its values. */
    public record Choice(String facet, String chosen, List<Value> values) {}

    /** One value and how many results have it; -1 when nobody counted. */
    public record Value(String code, String text, long count) {}
}
