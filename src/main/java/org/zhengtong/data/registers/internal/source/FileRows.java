package org.zhengtong.data.registers.internal.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.zhengtong.data.registers.RowSource;

/** Rows of a file by its ending. The cursor is the number of rows read; they are read over again and skipped. */
public final class FileRows {

    private FileRows() {}

    /** The source for a file, or nothing for an ending that is not known. */
    public static Optional<RowSource> of(Path file, String name) throws IOException {
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".txt") || lower.endsWith(".tsv")) {
            return Optional.of(new CsvRows(file));
        }
        if (lower.endsWith(".xlsx")) {
            return Optional.of(new XlsxRows(file));
        }
        if (lower.endsWith(".geojson")) {
            return Optional.of(new GeoJsonRows(file));
        }
        if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
            return Optional.of(new JsonLinesRows(file));
        }
        return Optional.empty();
    }

    /** How many rows a cursor skips. */
    static long rowsOf(@org.jspecify.annotations.Nullable String cursor) {
        return cursor == null || cursor.isEmpty() ? 0 : Long.parseLong(cursor);
    }
}
