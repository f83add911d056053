package org.zhengtong.data.catalog.internal.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.PackRow;
import org.zhengtong.data.catalog.CatalogLists;
import org.zhengtong.data.catalog.CatalogLists.Entry;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.CatalogLists.ReviewLimit;
import org.zhengtong.data.catalog.internal.check.Lists;
import org.zhengtong.data.catalog.internal.check.Lists.Dated;

/** Code lists, extension fields and limits of a pack. */
final class PackLists {
    private static final String LISTS = "catalog/code-lists.csv";
    private static final String RULES = "catalog/catalog.yaml";
    private static final Set<String> NAMES = Set.of(
            CatalogLists.CLASS,
            CatalogLists.FORMAT,
            CatalogLists.SHARING_MODE,
            CatalogLists.UPDATE_CYCLE,
            CatalogLists.DOMAIN,
            CatalogLists.DATA_TYPE,
            CatalogLists.SENSITIVITY);

    private final List<Dated> entries = new ArrayList<>();
    private final List<ExtensionField> fields = new ArrayList<>();
    private final Map<String, ReviewLimit> limits = new LinkedHashMap<>();
    private final PackErrors errors;

    private PackLists(PackErrors errors) {
        this.errors = errors;
    }

    static PackLists read(PackReader pack, PackErrors errors) {
        var lists = new PackLists(errors);
        var seen = new HashSet<String>();
        pack.find(LISTS).ifPresent(file -> file.eachRow(errors, row -> lists.entry(row, seen)));
        pack.find(RULES).flatMap(file -> file.tree(errors)).ifPresent(lists::rules);
        return lists;
    }

    List<Dated> entries() {
        return entries;
    }

    List<ExtensionField> fields() {
        return fields;
    }

    Map<String, ReviewLimit> limits() {
        return limits;
    }

    Lists all() {
        return new Lists(entries, fields, limits);
    }

    private void entry(PackRow row, Set<String> seen) {
        var list = row.require("list", errors);
        var code = row.require("code", errors);
        var name = row.require("name", errors);
        var from = row.find("valid_from", LocalDate::parse, errors);
        var to = row.find("valid_to", LocalDate::parse, errors);
        if (list.isEmpty() || code.isEmpty() || name.isEmpty()) {
            return;
        }
        if (!NAMES.contains(list.get())) {
            errors.add(row, "pack.wrong_value", "list", list.get());
        }
        if (!seen.add(list.get() + "|" + code.get())) {
            errors.add(row, "catalog.pack.twice", code.get());
        }
        entries.add(new Dated(
                new Entry(
                        list.get(),
                        code.get(),
                        name.get(),
                        row.text("name_en"),
                        row.text("parent"),
                        row.find("fits").map(text -> List.of(text.split("\\|"))).orElse(List.of())),
                from.orElse(null),
                to.orElse(null)));
    }

    private void rules(PackNode root) {
        root.allow(Set.of("review", "extension_fields"), errors);
        root.list("review").forEach(this::limit);
        root.list("extension_fields").forEach(this::field);
    }

    private void limit(PackNode node) {
        node.allow(Set.of("division", "working_days", "basis"), errors);
        var division = node.require("division", DivisionCode::new, errors);
        var days = node.require("working_days", Integer::valueOf, errors);
        if (days.isPresent() && (days.get() < 1 || days.get() > 60)) {
            errors.add(node, "pack.wrong_value", "working_days", days.get());
        } else if (division.isPresent() && days.isPresent()) {
            limits.put(
                    division.get().value(),
                    new ReviewLimit(days.get(), node.find("basis").orElse("")));
        }
    }

    private void field(PackNode node) {
        node.allow(Set.of("division", "key", "name", "kind", "required", "options", "basis"), errors);
        var division = node.require("division", DivisionCode::new, errors);
        var key = node.require("key", errors).filter(text -> text.matches("[a-z][a-zA-Z]{1,30}"));
        var kind = node.require(
                "kind", text -> ExtensionField.Kind.valueOf(text.toUpperCase(java.util.Locale.ROOT)), errors);
        var names = node.requireAt("name", errors);
        var name = names.flatMap(each -> each.require("zh", errors));
        if (division.isEmpty() || key.isEmpty() || kind.isEmpty() || name.isEmpty()) {
            errors.add(node, "pack.wrong_value", "key", node.find("key").orElse(""));
            return;
        }
        fields.add(new ExtensionField(
                division.get().value(),
                key.get(),
                name.get(),
                names.flatMap(each -> each.find("en")).orElse(""),
                kind.get(),
                node.find("required").filter("true"::equals).isPresent(),
                node.texts("options"),
                node.find("basis").orElse("")));
    }
}
