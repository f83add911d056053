package org.zhengtong.base.schema;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** A form, read and found usable by {@link Forms#parse}. Immutable; {@code source} is its text as JSON. */
public record FormSchema(
        FormVersion version,
        Words title,
        Words description,
        List<FormPage> pages,
        Paper paper,
        String source,
        ObjectNode standard) {
    public FormSchema {
        pages = List.copyOf(pages);
        standard = standard.deepCopy();
    }

    /** The schema with every {@code $ref} put in place: plain JSON Schema 2020-12 for the outside. */
    @Override
    public ObjectNode standard() {
        return standard.deepCopy();
    }

    public Optional<FormPage> findPage(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }
}
