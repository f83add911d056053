package org.zhengtong.data.registers.internal.definition;

import java.util.List;
import java.util.stream.Collectors;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterDefinition;
import org.zhengtong.data.registers.RegisterItem;

/**
 * The tables of a register and their columns. Every name is made from a checked code or item name and quoted; nothing that
 * somebody typed reaches a statement in another way.
 */
public record RegisterShape(RegisterDefinition definition, List<RegisterItem> items) {

    /** Columns beside the items. */
    public static final List<String> FACTS =
            List.of("zt_valid_from", "zt_valid_to", "zt_recorded_at", "zt_position", "zt_by");

    public static RegisterShape of(RegisterDefinition definition) {
        return new RegisterShape(definition, List.copyOf(definition.items().values()));
    }

    public static String base(RegisterCode code) {
        return code.value().replace('-', '_');
    }

    /** Two underscores in a name: made while the program runs, not by a migration (the backup relies on it). */
    public String current() {
        return "registers." + quoted(base(definition.code()) + "__current");
    }

    public String history() {
        return "registers." + quoted(base(definition.code()) + "__history");
    }

    public static String quoted(String name) {
        if (!name.matches("[a-z][a-z0-9_]{0,62}")) {
            throw new IllegalArgumentException("Not a name: " + name);
        }
        return '"' + name + '"';
    }

    public static String column(ItemName item) {
        return quoted(item.column());
    }

    public String key() {
        return column(definition.facts().key());
    }

    /** The items' columns, each with this in front. */
    public String columns(String prefix) {
        return items.stream().map(item -> prefix + column(item.name())).collect(Collectors.joining(", "));
    }

    /** All columns that current and history table share. */
    public String allColumns(String prefix) {
        return columns(prefix) + ", "
                + FACTS.stream().map(each -> prefix + each).collect(Collectors.joining(", "))
                + (spatial() ? ", " + prefix + "zt_box" : "");
    }

    public boolean spatial() {
        return definition.facts().geometry() != null;
    }

    public boolean partitioned() {
        return definition.facts().partitions() > 0;
    }
}
