package org.zhengtong.data.catalog.internal.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.CatalogLists.ReviewLimit;

/** All code lists, extension fields and limits at one moment. */
public final class Lists {
    private static final ReviewLimit USUAL = new ReviewLimit(10, "");

    private final Map<String, Map<String, Dated>> entries = new HashMap<>();
    private final List<ExtensionField> fields;
    private final Map<String, ReviewLimit> limits;

    /** An entry and its days; null is open. */
    public record Dated(
            Entry entry, @Nullable LocalDate from, @Nullable LocalDate to) {

        boolean validOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
        }
    }

    public Lists(List<Dated> entries, List<ExtensionField> fields, Map<String, ReviewLimit> limits) {
        entries.forEach(each -> this.entries
                .computeIfAbsent(each.entry().list(), _ -> new LinkedHashMap<>())
                .put(each.entry().code(), each));
        this.fields = List.copyOf(fields);
        this.limits = Map.copyOf(limits);
    }

    public List<Entry> valid(String list, LocalDate day) {
        return entries.getOrDefault(list, Map.of()).values().stream()
                .filter(each -> each.validOn(day))
                .map(Dated::entry)
                .toList();
    }

    public Optional<Entry> find(String list, String code) {
        return Optional.ofNullable(entries.getOrDefault(list, Map.of()).get(code))
                .map(Dated::entry);
    }

    public boolean has(String list, String code, LocalDate day) {
        var entry = entries.getOrDefault(list, Map.of()).get(code);
        return entry != null && entry.validOn(day);
    }

    /** The group of a format: its parent, or itself. */
    public String formatGroup(String format) {
        return find("format", format)
                .map(entry -> entry.parent().isEmpty() ? entry.code() : entry.parent())
                .orElse("");
    }

    public List<ExtensionField> fieldsOf(String division) {
        var found = new ArrayList<ExtensionField>();
        for (var field : fields) {
            if (division.startsWith(prefix(field.division()))) {
                found.add(field);
            }
        }
        return found;
    }

    public ReviewLimit limitOf(String division) {
        return limits.entrySet().stream()
                .filter(each -> division.startsWith(prefix(each.getKey())))
                .max(java.util.Comparator.comparingInt(
                        each -> prefix(each.getKey()).length()))
                .map(Map.Entry::getValue)
                .orElse(USUAL);
    }

    private static String prefix(String division) {
        return division.equals("100000") ? "" : division.replaceAll("(00){1,2}$", "");
    }
}
