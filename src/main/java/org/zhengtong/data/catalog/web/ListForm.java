package org.zhengtong.data.catalog.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhengtong.data.catalog.CatalogListing;
import org.zhengtong.data.catalog.CatalogListing.Query;
import org.zhengtong.data.catalog.CatalogListing.Sort;

/** What the list's form sends; every view has an address. */
public record ListForm(String text, Map<String, String> filters, Sort sort, boolean retired, String after) {
    private static final int LONGEST = 100;

    /** Reads the address's parameters; what nobody knows is left out. */
    public static ListForm of(Map<String, String> params) {
        var filters = new TreeMap<String, String>();
        for (var facet : CatalogListing.FACETS) {
            var value = params.getOrDefault(facet, "").strip();
            if (!value.isEmpty()) {
                filters.put(facet, value);
            }
        }
        var text = params.getOrDefault("text", "").strip();
        var after = params.getOrDefault("after", "");
        return new ListForm(
                text.substring(0, Math.min(text.length(), LONGEST)),
                filters,
                sort(params.getOrDefault("sort", "")),
                "true".equals(params.get("retired")),
                after.matches("\\d{1,12}") ? after : "");
    }

    private static Sort sort(String text) {
        for (var sort : Sort.values()) {
            if (sort.name().equalsIgnoreCase(text)) {
                return sort;
            }
        }
        return Sort.CHANGED;
    }

    public Query query(int most) {
        return new Query(text, filters, sort, retired, after, most);
    }

    /** The value of a facet; empty when it is not narrowed. */
    public String filter(String facet) {
        return filters.getOrDefault(facet, "");
    }

    /** The same list at another path, going on after a key. */
    public String address(String path, String from) {
        var values = new LinkedHashMap<String, String>();
        if (!text.isEmpty()) {
            values.put("text", text);
        }
        values.putAll(filters);
        if (sort != Sort.CHANGED) {
            values.put("sort", sort.name().toLowerCase(java.util.Locale.ROOT));
        }
        if (retired) {
            values.put("retired", "true");
        }
        if (!from.isEmpty()) {
            values.put("after", from);
        }
        return address(path, values);
    }

    private static String address(String path, Map<String, String> values) {
        var address = UriComponentsBuilder.fromPath(path);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
