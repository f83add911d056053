package org.zhengtong.app.window.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.service.casework.CaseSearchKeys;

/** A search of staff as it stands in its address. */
public record FullTextForm(
        @Nullable String q,
        @Nullable String kind,
        @Nullable String department,
        @Nullable String state,
        @Nullable String year,
        @Nullable String from) {
    private static final String PATH = "/staff/search";

    /** What was typed; empty when nothing was. */
    public String text() {
        return q == null ? "" : q.strip();
    }

    int start() {
        return from != null && from.matches("[0-9]{1,4}") ? Integer.parseInt(from) : 0;
    }

    /** The chosen value of a facet; empty when none is. */
    public String chosen(String facet) {
        var value = switch (facet) {
            case "kind" -> kind;
            case CaseSearchKeys.DEPARTMENT -> department;
            case CaseSearchKeys.STATE -> state;
            case CaseSearchKeys.YEAR -> year;
            default -> null;
        };
        return value == null ? "" : value;
    }

    Map<String, Set<String>> filters() {
        var filters = new LinkedHashMap<String, Set<String>>();
        for (var facet : FullTextController.FACETS) {
            if (!chosen(facet).isEmpty()) {
                filters.put(facet, Set.of(chosen(facet)));
            }
        }
        return filters;
    }

    /** The same search from another place on. */
    String at(int start) {
        var values = new LinkedHashMap<String, String>();
        values.put("q", text());
        FullTextController.FACETS.forEach(facet -> values.put(facet, chosen(facet)));
        values.put("from", start == 0 ? "" : String.valueOf(start));
        var address = UriComponentsBuilder.fromPath(PATH);
        values.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }
}
