package org.zhengtong.base.pack.internal;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.pack.PackErrors;
import org.zhengtong.base.pack.PackRow;

/** Reads CSV (RFC 4180) with a header. A row of another width is reported and left out. */
public final class PackTable {

    private PackTable() {}

    /** Hands every well-formed row to {@code each}. */
    public static void read(String file, String text, PackErrors errors, Consumer<PackRow> each) {
        @Nullable Header header = null;
        var lastLine = 1L;
        try (var reader = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text)) {
            for (var row : reader) {
                lastLine = row.getStartingLineNumber();
                if (header == null) {
                    header = header(file, row, errors);
                } else {
                    pass(file, row, header, errors, each);
                }
            }
        } catch (CsvParseException | IOException broken) {
            errors.add(file, (int) lastLine, "pack.broken_table", reason(broken));
        }
        if (header == null) {
            errors.add(file, 0, "pack.empty_table");
        }
    }

    /** {@code width} counts a column that stands there twice, too. */
    private record Header(Map<String, Integer> columns, int width) {}

    private static Header header(String file, CsvRecord row, PackErrors errors) {
        var columns = new LinkedHashMap<String, Integer>();
        for (var i = 0; i < row.getFieldCount(); i++) {
            var name = row.getField(i).strip();
            if (columns.putIfAbsent(name, i) != null) {
                errors.add(file, 1, "pack.double_column", name);
            }
        }
        return new Header(columns, row.getFieldCount());
    }

    private static void pass(String file, CsvRecord row, Header header, PackErrors errors, Consumer<PackRow> each) {
        var line = (int) row.getStartingLineNumber();
        if (row.getFieldCount() != header.width()) {
            errors.add(file, line, "pack.wrong_width", header.width(), row.getFieldCount());
            return;
        }
        each.accept(new PackRow(file, line, header.columns(), List.copyOf(row.getFields())));
    }

    private static String reason(Exception broken) {
        var cause = broken.getCause() == null ? broken : broken.getCause();
        var message = cause.getMessage();
        return message == null ? cause.toString() : message;
    }
}
