package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.content.ItemContent;

/** Changes of the form: each gives the content with other groups. */
public final class FormDrawing {

    private FormDrawing() {}

    public static ItemContent addGroup(ItemContent content, String title) {
        var numbered = content.numbered();
        var groups = new ArrayList<>(numbered.groups());
        groups.add(new FormGroup("group" + numbered.lastNumber(), title, List.of()));
        return numbered.withGroups(groups);
    }

    public static ItemContent addField(ItemContent content, String group) {
        var numbered = content.numbered();
        var field = new FormField(
                "field" + numbered.lastNumber(),
                "",
                FieldKind.TEXT,
                true,
                null,
                List.of(),
                null,
                FormField.Use.NONE,
                null,
                null);
        return change(numbered, group, found -> {
            var fields = new ArrayList<>(found.fields());
            fields.add(field);
            return found.with(fields);
        });
    }

    private static ItemContent change(ItemContent content, String group, UnaryOperator<FormGroup> change) {
        return content.withGroups(content.groups().stream()
                .map(each -> each.key().equals(group) ? change.apply(each) : each)
                .toList());
    }

    /** A group under another title or key. */
    public static ItemContent state(ItemContent content, String group, String key, String title) {
        return change(content, group, found -> new FormGroup(key, title, found.fields()));
    }

    /** One field as typed, perhaps under another key. */
    public static ItemContent state(ItemContent content, String group, String field, FormField typed) {
        return change(
                content,
                group,
                found -> found.with(found.fields().stream()
                        .map(each -> each.key().equals(field) ? typed : each)
                        .toList()));
    }

    public static ItemContent moveGroup(ItemContent content, String group, int by) {
        return content.withGroups(moved(content.groups(), each -> each.key().equals(group), by));
    }

    public static ItemContent moveField(ItemContent content, String group, String field, int by) {
        return change(
                content,
                group,
                found -> found.with(moved(found.fields(), each -> each.key().equals(field), by)));
    }

    private static <T> List<T> moved(List<T> all, Predicate<T> match, int by) {
        var list = new ArrayList<>(all);
        for (var place = 0; place < list.size(); place++) {
            if (match.test(list.get(place))) {
                var other = place + by;
                if (other >= 0 && other < list.size()) {
                    Collections.swap(list, place, other);
                }
                break;
            }
        }
        return list;
    }

    public static ItemContent removeGroup(ItemContent content, String group) {
        return Undo.keepGroups(
                content.withGroups(content.groups().stream()
                        .filter(each -> !each.key().equals(group))
                        .toList()),
                content);
    }

    public static ItemContent removeField(ItemContent content, String group, String field) {
        return Undo.keepGroups(
                change(
                        content,
                        group,
                        found -> found.with(found.fields().stream()
                                .filter(each -> !each.key().equals(field))
                                .toList())),
                content);
    }
}
