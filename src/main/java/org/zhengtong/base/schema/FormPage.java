package org.zhengtong.base.schema;

import java.util.List;

/** One page of a form: one question group, one main button. Pages with the same phase stand together in the task list. */
public record FormPage(Field.Group content, Words phase, List<FormRule> rules) {
    public FormPage {
        rules = List.copyOf(rules);
    }

    public String key() {
        return content.head().key();
    }

    public Words title() {
        return content.head().title();
    }
}
