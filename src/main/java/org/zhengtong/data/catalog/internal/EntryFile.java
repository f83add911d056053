package org.zhengtong.data.catalog.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhengtong.base.sheets.SheetLines;
import org.zhengtong.base.sheets.UnreadableSheet;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.data.catalog.CatalogImports;
import org.zhengtong.data.catalog.CatalogLists.ExtensionField;
import org.zhengtong.data.catalog.internal.check.EntryColumns;
import org.zhengtong.data.catalog.internal.check.EntryReader;
import org.zhengtong.data.catalog.internal.check.NameKey;

/** Reads a file's lines below its head: columns may bear our keys or their names in either language, in any order. */
@Component
class EntryFile {
    private static final List<Locale> LANGUAGES = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

    private final Texts texts;

    EntryFile(Texts texts) {
        this.texts = texts;
    }

    /** A file as rows; heads that nobody knows are named. */
    record Read(SheetLines sheet, List<String> columns, List<EntryReader.Row> rows, List<String> unknown) {}

    Read read(byte[] content, List<ExtensionField> extension) throws UnreadableSheet {
        var sheet = SheetLines.read(content, CatalogImports.MOST_ROWS);
        if (sheet.lines().isEmpty()) {
            throw new UnreadableSheet("catalog.import.empty");
        }
        var known = known(extension);
        var columns = new ArrayList<String>();
        var unknown = new ArrayList<String>();
        for (var head : sheet.lines().getFirst().cells()) {
            var column = known.getOrDefault(NameKey.of(head), "");
            if (column.isEmpty() && !head.isBlank()) {
                unknown.add(head.strip());
            }
            columns.add(columns.contains(column) ? "" : column);
        }
        if (!columns.contains("name")) {
            throw new UnreadableSheet(
                    "catalog.import.no-name-column", texts.say(LANGUAGES.getFirst(), "catalog.field.name"));
        }
        return new Read(sheet, columns, rows(sheet, columns), unknown);
    }

    private static List<EntryReader.Row> rows(SheetLines sheet, List<String> columns) {
        var rows = new ArrayList<EntryReader.Row>();
        for (var line : sheet.lines().subList(1, sheet.lines().size())) {
            var cells = new HashMap<String, String>();
            for (var place = 0; place < columns.size(); place++) {
                if (!columns.get(place).isEmpty()) {
                    cells.put(columns.get(place), line.cell(place));
                }
            }
            rows.add(new EntryReader.Row(line.number(), cells));
        }
        return rows;
    }

    private Map<String, String> known(List<ExtensionField> extension) {
        var known = new HashMap<String, String>();
        for (var column : EntryColumns.ALL) {
            known.put(NameKey.of(column), column);
            LANGUAGES.forEach(language -> known.put(NameKey.of(label(column, language)), column));
        }
        for (var field : extension) {
            known.put(NameKey.of(field.name()), "extension-" + field.key());
            known.put(NameKey.of(field.key()), "extension-" + field.key());
        }
        return known;
    }

    String label(String column, Locale language) {
        return texts.say(language, "catalog.field." + column);
    }
}
