package org.zhengtong.base.establishment.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.CellFault;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.organization.OrganizationTable;
import org.zhengtong.base.organization.TableRow;
import org.zhengtong.base.sheets.SheetLines;
import org.zhengtong.base.sheets.UnreadableSheet;
import org.zhengtong.base.ui.Texts;

/** Reads lines below their head: columns may bear our keys or their names in either language, in any order. */
@Component
class HeadedRows {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Texts texts;

    HeadedRows(Texts texts) {
        this.texts = texts;
    }

    /** Rows with the columns that the file has; the others stay as they are. */
    record Read(List<TableRow> rows, Set<String> columns, List<CellFault> faults) {}

    Read read(OrganizationTable table, SheetLines file) throws UnreadableSheet {
        if (file.lines().isEmpty()) {
            throw new UnreadableSheet("establishment.import.empty");
        }
        var head = file.lines().getFirst();
        var names = names(table);
        var columns = new ArrayList<String>();
        var faults = new ArrayList<CellFault>();
        for (var written : head.cells()) {
            var column = names.getOrDefault(key(written), "");
            if (column.isEmpty() && !written.isBlank()) {
                faults.add(new CellFault(head.number(), written, written, "unknown_column", List.of(written)));
            }
            columns.add(column);
        }
        for (var required : table.required()) {
            if (!columns.contains(required)) {
                faults.add(new CellFault(head.number(), required, "", "missing_column", List.of()));
            }
        }
        var rows = faults.isEmpty() ? rows(table, file, columns) : List.<TableRow>of();
        return new Read(rows, new LinkedHashSet<>(columns), faults);
    }

    private List<TableRow> rows(OrganizationTable table, SheetLines file, List<String> columns) {
        var kinds = kinds();
        var rows = new ArrayList<TableRow>();
        for (var line : file.lines().subList(1, file.lines().size())) {
            var cells = new HashMap<String, String>();
            for (var place = 0; place < Math.min(columns.size(), line.cells().size()); place++) {
                var cell = line.cells().get(place).strip();
                var column = columns.get(place);
                if (!column.isEmpty()) {
                    cells.put(column, column.equals("kind") ? kinds.getOrDefault(cell, cell) : cell);
                }
            }
            rows.add(new TableRow(table, line.number(), cells));
        }
        return rows;
    }

    private Map<String, String> names(OrganizationTable table) {
        var names = new HashMap<String, String>();
        for (var column : table.columns()) {
            names.put(column, column);
            for (var language : LANGUAGES) {
                names.put(key(label(language, table, column)), column);
            }
        }
        return names;
    }

    private Map<String, String> kinds() {
        var kinds = new HashMap<String, String>();
        for (var kind : DepartmentKind.values()) {
            LANGUAGES.forEach(language -> kinds.put(texts.say(language, "organization.kind." + kind), kind.name()));
        }
        return kinds;
    }

    String label(Locale language, OrganizationTable table, String column) {
        return texts.say(language, "organization.column." + table + "." + column);
    }

    private static String key(String written) {
        return written.strip().toLowerCase(Locale.ROOT);
    }
}
