package org.zhengtong.data.connectors.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.connectors.Contract.SourceColumn;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.Mapping.Way;
import org.zhengtong.data.connectors.internal.running.DayStyle;
import org.zhengtong.data.registers.RegisterItem;

/** Rules as they are typed: for each item a way, a column, and what the way needs. */
record MappingForm(List<RegisterItem> items, Map<String, String> fields) {

    private static final int LONGEST = 20_000;

    MappingForm {
        fields = Map.copyOf(fields);
    }

    /** Columns that bear the item's name or title. */
    static List<Mapping.Rule> guess(List<RegisterItem> items, List<SourceColumn> columns) {
        var rules = new ArrayList<Mapping.Rule>();
        for (var item : items) {
            columns.stream()
                    .map(SourceColumn::name)
                    .filter(name -> plain(name).equals(plain(item.name().value()))
                            || name.equals(item.title().chinese()))
                    .findFirst()
                    .ifPresent(name -> rules.add(new Mapping.Rule(item.name(), Way.COPY, name, "")));
        }
        return rules;
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_-]", "");
    }

    private String typed(String field, RegisterItem item) {
        return fields.getOrDefault(field + "-" + item.name(), "").strip();
    }

    private Way way(RegisterItem item) {
        try {
            return Way.valueOf(typed("way", item));
        } catch (IllegalArgumentException unknown) {
            return Way.COPY;
        }
    }

    List<Mapping.Rule> rules() {
        return items.stream()
                .map(item -> new Mapping.Rule(item.name(), way(item), typed("column", item), typed("detail", item)))
                .filter(rule -> !rule.column().isEmpty()
                        || rule.way() == Way.CONSTANT && !rule.detail().isEmpty()
                        || rule.way() == Way.JOIN && !rule.detail().isEmpty())
                .toList();
    }

    List<FieldFault> faults(RegisterItem key, List<String> columns, Texts texts, Locale locale) {
        var faults = new ArrayList<FieldFault>();
        var rules = rules();
        if (rules.stream().noneMatch(rule -> rule.item().equals(key.name()))) {
            faults.add(new FieldFault(
                    "column-" + key.name(),
                    texts.say(
                            locale,
                            "connectors.mapping.key.missing",
                            key.title().in(locale))));
        }
        for (var rule : rules) {
            var unknown = rule.columns().stream()
                    .filter(column -> !columns.isEmpty() && !columns.contains(column))
                    .toList();
            if (!unknown.isEmpty()) {
                faults.add(new FieldFault(
                        (rule.way() == Way.JOIN ? "detail-" : "column-") + rule.item(),
                        texts.say(locale, "connectors.mapping.column.unknown", unknown.getFirst())));
            }
            if (rule.way() == Way.DATE && !DayStyle.fits(rule.detail())) {
                faults.add(new FieldFault("detail-" + rule.item(), texts.say(locale, "connectors.mapping.date.wrong")));
            }
            if (rule.way() == Way.CODES && !rule.detail().contains("=")) {
                faults.add(
                        new FieldFault("detail-" + rule.item(), texts.say(locale, "connectors.mapping.codes.wrong")));
            }
            if (rule.detail().length() > LONGEST) {
                faults.add(
                        new FieldFault("detail-" + rule.item(), texts.say(locale, "connectors.mapping.detail.long")));
            }
        }
        return faults;
    }
}
