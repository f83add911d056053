package org.zhengtong.data.registers.internal.loading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.ItemName;
import org.zhengtong.data.registers.RegisterItem;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.definition.RegisterShape;

/**
 * The items that a source brings and the columns that hold them. Items without a column keep what is stored.
 *
 * @param columns index of the column for each item
 * @param names names of all columns of the source
 */
record LoadMapping(RegisterShape shape, List<RegisterItem> items, List<Integer> columns, List<String> names) {

    static LoadMapping of(RegisterShape shape, RowSource source, Map<ItemName, String> wanted) {
        var names = columnsOf(source);
        var guess = new ColumnGuess(names);
        var items = new ArrayList<RegisterItem>();
        var columns = new ArrayList<Integer>();
        for (var item : shape.items()) {
            var at = wanted.isEmpty() ? guess.of(item) : names.indexOf(wanted.getOrDefault(item.name(), ""));
            if (at >= 0) {
                items.add(item);
                columns.add(at);
            }
        }
        if (!items.contains(shape.definition().keyItem())) {
            throw new ProblemException(
                    RegistersProblem.NO_KEY_COLUMN,
                    shape.definition().keyItem().title().chinese());
        }
        return new LoadMapping(shape, items, columns, names);
    }

    private static List<String> columnsOf(RowSource source) {
        try {
            return source.columns();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether rows with a key that the register does not know can be taken: all required items are there. */
    boolean complete() {
        return shape.items().stream().allMatch(item -> !item.required() || items.contains(item));
    }

    boolean spatial() {
        return geometry() >= 0;
    }

    /** Place of the geometry among the items; -1 if the source brings none. */
    int geometry() {
        var name = shape.definition().facts().geometry();
        return name == null ? -1 : items.indexOf(shape.definition().require(name));
    }

    /** Column of the source for an item. */
    String columnOf(RegisterItem item) {
        return names.get(columns.get(items.indexOf(item)));
    }

    /** Item and column, for the ledger. */
    Map<String, String> written() {
        var written = new java.util.TreeMap<String, String>();
        items.forEach(item -> written.put(item.name().value(), columnOf(item)));
        return written;
    }
}
