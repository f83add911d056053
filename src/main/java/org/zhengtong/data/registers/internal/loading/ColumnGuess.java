package org.zhengtong.data.registers.internal.loading;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.zhengtong.data.registers.RegisterItem;

/** Which column of a source is meant for an item: the one that bears its name, its column's name or its title. */
public final class ColumnGuess {

    private final List<String> columns;

    public ColumnGuess(List<String> columns) {
        this.columns = columns.stream().map(ColumnGuess::plain).toList();
    }

    /** Its index, -1 if there is none. */
    public int of(RegisterItem item) {
        return Stream.of(
                        item.name().value(),
                        item.name().column(),
                        item.title().chinese(),
                        item.title().english() == null ? "" : item.title().english())
                .filter(name -> !name.isEmpty())
                .mapToInt(name -> columns.indexOf(plain(name)))
                .filter(at -> at >= 0)
                .findFirst()
                .orElse(-1);
    }

    private static String plain(String name) {
        return WrittenForms.narrow(WrittenForms.clean(name))
                .replaceAll("[\\s_*\uff0a]", "")
                .toLowerCase(Locale.ROOT);
    }
}
