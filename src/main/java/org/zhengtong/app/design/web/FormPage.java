package org.zhengtong.app.design.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.content.FieldKind;
import org.zhengtong.app.design.content.FormField;
import org.zhengtong.app.design.content.FormGroup;
import org.zhengtong.app.design.web.FactField.Option;
import org.zhengtong.base.ui.FieldFault;

/**
 * The form of a draft, and the group or field at its side.
 *
 * @param group the chosen group; null when none is
 * @param field the chosen field of it; null when the group itself is chosen
 * @param asking fields that a condition can ask
 */
public record FormPage(
        ItemDesign draft,
        @Nullable FormGroup group,
        @Nullable FormField field,
        List<Option> asking,
        List<FieldFault> problems,
        List<FieldFault> errors,
        boolean undo) {

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    public boolean chosen(FormGroup other, @Nullable FormField one) {
        return group != null
                && group.key().equals(other.key())
                && (field == null ? one == null : one != null && field.key().equals(one.key()));
    }

    public boolean faulty(FormGroup other, FormField one) {
        var place = other.key() + "-" + one.key();
        return problems.stream().anyMatch(problem -> problem.field().equals(place));
    }

    public List<FieldKind> kinds() {
        return List.of(FieldKind.values());
    }

    public List<FormField.Use> uses() {
        return List.of(FormField.Use.values());
    }
}
