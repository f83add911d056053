package org.zhengtong.data.registers.internal.definition;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.Registers.DefinitionFault;

/** What a changed definition would lose: each such loss is named with the number of records it concerns. */
final class Narrowing {

    private final TableStore tables;
    private final RegisterShape before;
    private final RegisterShape after;
    private final List<DefinitionFault> losses = new ArrayList<>();

    Narrowing(TableStore tables, RegisterShape before, RegisterShape after) {
        this.tables = tables;
        this.before = before;
        this.after = after;
    }

    List<DefinitionFault> losses() {
        var old = before.definition().facts();
        var now = after.definition().facts();
        if (!old.key().equals(now.key())) {
            lose("key", "key_changed", old.key(), now.key());
        }
        if (old.partitions() != now.partitions()) {
            lose("partitions", "partitions_changed", old.partitions());
        }
        if (old.geometry() != null && !Objects.equals(old.geometry(), now.geometry())) {
            lose("geometry", "geometry_changed", old.geometry());
        }
        types();
        if (losses.isEmpty()) {
            removed();
            values();
        }
        return losses;
    }

    private void lose(String place, String key, Object... arguments) {
        losses.add(new DefinitionFault(
                place,
                "registers.fault." + key,
                Arrays.stream(arguments).map(String::valueOf).toList()));
    }

    private void types() {
        for (var item : after.items()) {
            before.definition()
                    .find(item.name())
                    .filter(old -> !old.type().fitsInto(item.type()))
                    .filter(old -> !(old.type() == ItemType.TEXT && item.type() == ItemType.CHOICE))
                    .ifPresent(old -> lose(
                            "schema." + item.name(),
                            "type_narrowed",
                            item.title().chinese()));
        }
    }

    private void removed() {
        before.items().stream()
                .filter(item -> after.definition().find(item.name()).isEmpty())
                .forEach(item -> {
                    var used = tables.inUse(before, item);
                    if (used > 0) {
                        lose(
                                "schema." + item.name(),
                                "item_in_use",
                                item.title().chinese(),
                                used);
                    }
                });
    }

    private void values() {
        tables.broken(before, after)
                .forEach((item, rules) -> rules.forEach((rule, records) -> lose(
                        "schema." + item.name(),
                        "values_break_" + kind(rule),
                        item.title().chinese(),
                        records)));
        after.items().stream()
                .filter(item ->
                        item.required() && before.definition().find(item.name()).isEmpty())
                .filter(_ -> !tables.empty(before))
                .forEach(item -> lose(
                        "schema." + item.name(),
                        "new_item_required",
                        item.title().chinese()));
    }

    private static String kind(String rule) {
        return switch (rule) {
            case "required" -> "required";
            case "length" -> "length";
            case "code" -> "code";
            default -> "rule";
        };
    }
}
