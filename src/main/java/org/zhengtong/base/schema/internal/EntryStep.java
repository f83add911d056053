package org.zhengtong.base.schema.internal;

import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.RowWindows;

/** The button a person pressed, from the {@code _step} parameter. */
sealed interface EntryStep {
    String PARAMETER = "_step";

    record Forward() implements EntryStep {}

    record Save() implements EntryStep {}

    record Stay() implements EntryStep {}

    record AddRow(String pointer) implements EntryStep {}

    record RemoveRow(String pointer) implements EntryStep {}

    record DropFile(String pointer) implements EntryStep {}

    /** Other rows of a long table. */
    record ShowRows(String pointer, int from) implements EntryStep {}

    static EntryStep of(@Nullable String value) {
        if (value == null) {
            return new Forward();
        }
        var colon = value.indexOf(':');
        var argument = value.substring(colon + 1);
        return switch (colon < 0 ? value : value.substring(0, colon)) {
            case "save" -> new Save();
            case "stay" -> new Stay();
            case "add" -> new AddRow(argument);
            case "remove" -> new RemoveRow(argument);
            case "drop" -> new DropFile(argument);
            case "rows" -> {
                var shown = RowWindows.of(argument).from().entrySet().stream().findFirst();
                yield shown.isPresent()
                        ? new ShowRows(shown.get().getKey(), shown.get().getValue())
                        : new Stay();
            }
            default -> new Forward();
        };
    }
}
