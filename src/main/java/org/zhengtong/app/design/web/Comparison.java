package org.zhengtong.app.design.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.design.Finding.Part;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.Material;
import org.zhengtong.app.design.web.DrawingPage.Shown;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.app.design.web.FactField.Widget;
import org.zhengtong.app.design.web.ReviewPage.Row;

/** A draft in words, value by value, beside the published one. */
@Component
class Comparison {

    private final FactPages pages;
    private final DrawingPages drawings;
    private final Desk desk;

    Comparison(FactPages pages, DrawingPages drawings, Desk desk) {
        this.pages = pages;
        this.drawings = drawings;
        this.desk = desk;
    }

    List<Row> rows(@Nullable ItemDesign before, ItemDesign now, Locale locale) {
        var rows = new ArrayList<Row>();
        for (var part : Part.values()) {
            var name = desk.say(locale, "design.part." + part);
            if (FactPages.has(part)) {
                facts(before, now, part, locale, rows);
            } else {
                rows.add(new Row(
                        name, name, before == null ? "" : words(before, part, locale), words(now, part, locale)));
            }
        }
        rows.removeIf(row -> row.before().isBlank() && row.now().isBlank());
        return rows;
    }

    private void facts(@Nullable ItemDesign before, ItemDesign now, Part part, Locale locale, List<Row> rows) {
        var name = desk.say(locale, "design.part." + part);
        var former = before == null ? List.<FactField>of() : pages.of(before, part, locale);
        var fields = pages.of(now, part, locale);
        for (var place = 0; place < fields.size(); place++) {
            var field = fields.get(place);
            rows.add(new Row(
                    name,
                    field.label(),
                    former.isEmpty() ? "" : words(former.get(place), locale),
                    words(field, locale)));
        }
    }

    private String words(FactField field, Locale locale) {
        if (field.widget() == Widget.DAYS) {
            return field.value().isEmpty()
                    ? ""
                    : desk.say(locale, "design.drawing.committed." + field.unit(), field.value());
        }
        return field.values().stream()
                .filter(value -> !value.isEmpty())
                .map(value -> field.options().stream()
                        .filter(option -> option.value().equals(value))
                        .map(Option::label)
                        .findFirst()
                        .orElse(value))
                .collect(Collectors.joining(desk.say(locale, "design.drawing.comma")));
    }

    private String words(ItemDesign draft, Part part, Locale locale) {
        return switch (part) {
            case MATERIALS ->
                draft.content().materials().stream()
                        .map(material -> words(material, locale))
                        .collect(Collectors.joining("\n"));
            case FORM -> form(draft, locale);
            default -> drawing(drawings.tree(draft, List.of(), locale), "");
        };
    }

    private String words(Material material, Locale locale) {
        var counts =
                desk.say(locale, "design.material.counts", number(material.originals()), number(material.copies()));
        return String.join(
                desk.say(locale, "design.drawing.comma"),
                java.util.stream.Stream.of(
                                material.name(),
                                desk.say(locale, "design.necessity." + material.necessity()),
                                material.condition(),
                                material.source(),
                                counts,
                                material.note())
                        .filter(words -> words != null && !words.isBlank())
                        .toList());
    }

    private static String number(String typed) {
        return typed.isEmpty() ? "0" : typed;
    }

    private String form(ItemDesign draft, Locale locale) {
        var lines = new ArrayList<String>();
        for (var group : draft.content().groups()) {
            lines.add(group.title());
            group.fields().forEach(field -> lines.add("　" + words(field, locale)));
        }
        return String.join("\n", lines);
    }

    private String words(FormField field, Locale locale) {
        var comma = desk.say(locale, "design.drawing.comma");
        var words = new ArrayList<String>();
        words.add(field.title());
        words.add(desk.say(locale, "design.kind." + field.kind()));
        if (field.required()) {
            words.add(desk.say(locale, "design.field.required"));
        }
        words.addAll(field.options());
        if (field.help() != null && !field.help().isBlank()) {
            words.add(field.help());
        }
        if (field.shownIf() != null) {
            words.add(desk.say(locale, "design.field.shown", field.shownIf(), String.valueOf(field.shownWhen())));
        }
        return String.join(comma, words);
    }

    private static String drawing(List<Shown> tree, String margin) {
        return tree.stream()
                .map(shown -> margin
                        + shown.title()
                        + (shown.who().isEmpty() ? "" : "　" + shown.who())
                        + (shown.line().isEmpty() ? "" : "　" + shown.line())
                        + (shown.children().isEmpty() ? "" : "\n" + drawing(shown.children(), margin + "　")))
                .collect(Collectors.joining("\n"));
    }
}
