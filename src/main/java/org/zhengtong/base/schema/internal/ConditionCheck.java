package org.zhengtong.base.schema.internal;

import java.util.List;
import org.zhengtong.base.schema.Field;
import org.zhengtong.base.schema.FormPage;

/** Every x-show-if must name a field that can be found. */
class ConditionCheck {
    private final List<FormPage> pages;
    private final Faults faults;

    ConditionCheck(List<FormPage> pages, Faults faults) {
        this.pages = pages;
        this.faults = faults;
    }

    void check() {
        pages.forEach(page -> check(page.content(), null, "/properties/" + page.key()));
    }

    private void check(Field field, Field.@org.jspecify.annotations.Nullable Group parent, String pointer) {
        var condition = field.head().shownIf();
        if (condition != null
                && Asked.controller(pages, parent, condition)
                        .filter(controller -> controller != field)
                        .isEmpty()) {
            faults.add(pointer + "/x-show-if", "condition_unknown", condition.field());
        }
        switch (field) {
            case Field.Group group ->
                group.fields().forEach(each -> check(each, group, pointer + "/properties/" + each.key()));
            case Field.Rows rows ->
                rows.row()
                        .fields()
                        .forEach(each -> check(each, rows.row(), pointer + "/items/properties/" + each.key()));
            default -> {
                // a single field has no parts
            }
        }
    }
}
