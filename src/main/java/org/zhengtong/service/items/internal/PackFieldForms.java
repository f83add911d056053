package org.zhengtong.service.items.internal;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackFields;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.items.ItemLimits;
import org.zhengtong.service.items.TargetGroup;

/** Forms of values that several pack files of this room share. */
final class PackFieldForms {

    private PackFieldForms() {}

    /** The limits stated under {@code committed}, {@code statutory} and {@code joint}. */
    static ItemLimits limits(PackNode node, PackErrors errors) {
        return new ItemLimits(
                limit(node, "committed", errors),
                note(node, "committed"),
                limit(node, "statutory", errors),
                note(node, "statutory"),
                limit(node, "joint", errors),
                note(node, "joint"));
    }

    private static @Nullable TimeLimit limit(PackNode item, String name, PackErrors errors) {
        var node = item.at(name);
        return node.isEmpty() ? null : limit(node.get(), errors);
    }

    private static @Nullable TimeLimit limit(PackNode node, PackErrors errors) {
        node.allow(Set.of("working_days", "calendar_days", "note"), errors);
        var working = node.find("working_days", text -> TimeLimit.workingDays(Integer.parseInt(text)), errors);
        var calendar = node.find("calendar_days", text -> TimeLimit.calendarDays(Integer.parseInt(text)), errors);
        if (working.isPresent() == calendar.isPresent()) {
            errors.add(node, "items.pack.limit_without_unit");
        }
        return working.or(() -> calendar).orElse(null);
    }

    private static @Nullable String note(PackNode item, String name) {
        return item.at(name).flatMap(node -> node.find("note")).orElse(null);
    }

    /** Groups of targets; everybody when none is stated. */
    static Set<TargetGroup> targets(PackNode node, String name, PackErrors errors) {
        var groups = EnumSet.noneOf(TargetGroup.class);
        for (var entry : node.list(name)) {
            try {
                groups.add(TargetGroup.valueOf(entry.text()));
            } catch (IllegalArgumentException unknown) {
                errors.add(entry, "pack.wrong_value", name, entry.text());
            }
        }
        return groups.isEmpty() ? EnumSet.allOf(TargetGroup.class) : groups;
    }

    /** A code of an item; small letters become capitals, since published lists mix them. */
    static Optional<ItemCode> code(PackFields fields, String name, PackErrors errors) {
        return fields.require(name, errors).flatMap(text -> {
            var code = ItemCode.check(text).valid();
            if (code.isEmpty()) {
                errors.add(fields.file(), fields.lineOf(name), "items.pack.wrong_code", text);
            }
            return code;
        });
    }
}
