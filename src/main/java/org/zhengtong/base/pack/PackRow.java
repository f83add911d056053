package org.zhengtong.base.pack;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One row of a CSV file with a header. */
public record PackRow(String file, int line, Map<String, Integer> columns, List<String> values) implements PackFields {

    @Override
    public Optional<String> find(String name) {
        var column = columns.get(name);
        return column == null
                ? Optional.empty()
                : Optional.of(values.get(column).strip()).filter(value -> !value.isEmpty());
    }

    /** The value as it stands in the file, trimmed; empty text when the column is absent. */
    public String text(String name) {
        return find(name).orElse("");
    }
}
