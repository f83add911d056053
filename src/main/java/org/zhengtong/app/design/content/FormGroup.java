package org.zhengtong.app.design.content;

import java.util.List;
import java.util.Optional;

/** A page of the form. */
public record FormGroup(String key, String title, List<FormField> fields) {
    public FormGroup {
        fields = List.copyOf(fields);
    }

    /** The field with this key. */
    public Optional<FormField> find(String field) {
        return fields.stream().filter(each -> each.key().equals(field)).findFirst();
    }

    /** The same with other fields. */
    public FormGroup with(List<FormField> others) {
        return new FormGroup(key, title, others);
    }
}
