package org.zhengtong.data.registers.internal.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/**
 * The first sheet of a workbook. Its head is the first row with two texts or more, so that a title above it does no harm; a cell
 * merged over several rows stands for each of them; a number with the look of a date is one.
 */
record XlsxRows(Path file) implements RowSource {

    private static final int MOST_COLUMNS = 500;

    @Override
    public List<String> columns() throws IOException {
        try (var open = new Open(file, 0)) {
            return open.heads;
        }
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Open(file, FileRows.rowsOf(cursor));
    }

    /** One reading. */
    private static final class Open implements Rows {

        private final ReadableWorkbook workbook;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final MergedCells merged;
        private final List<String> heads;
        private long read;

        Open(Path file, long skipped) throws IOException {
            merged = MergedCells.of(file);
            try {
                workbook = new ReadableWorkbook(
                        new BufferedInputStream(Files.newInputStream(file)), new ReadingOptions(true, true));
                stream = workbook.getFirstSheet().openStream();
            } catch (ExcelReaderException wrong) {
                throw new IOException(wrong);
            }
            rows = stream.iterator();
            heads = heads();
            for (read = 0; read < skipped; ) {
                if (next() == null) {
                    break;
                }
            }
        }

        private List<String> heads() throws IOException {
            for (var row = values(MOST_COLUMNS); row != null; row = values(MOST_COLUMNS)) {
                var last = row.length;
                while (last > 0 && row[last - 1] == null) {
                    last--;
                }
                var texts = new ArrayList<String>();
                for (var at = 0; at < last; at++) {
                    texts.add(row[at] == null ? "" : row[at].strip());
                }
                if (texts.stream().filter(text -> !text.isEmpty()).count() > 1) {
                    return List.copyOf(texts);
                }
            }
            return List.of();
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            for (var row = values(heads.size()); row != null; row = values(heads.size())) {
                for (var value : row) {
                    if (value != null && !value.isBlank()) {
                        read++;
                        return row;
                    }
                }
            }
            return null;
        }

        private @Nullable String @Nullable [] values(int columns) throws IOException {
            try {
                if (!rows.hasNext()) {
                    return null;
                }
                var row = rows.next();
                var values = new @Nullable String[columns];
                for (var at = 0; at < columns; at++) {
                    values[at] = row.getOptionalCell(at).map(Open::text).orElse(null);
                }
                merged.fill(row.getRowNum(), values);
                return values;
            } catch (ExcelReaderException wrong) {
                throw new IOException(wrong);
            }
        }

        private static @Nullable String text(Cell cell) {
            return switch (cell.getType()) {
                case NUMBER ->
                    isDate(cell)
                            ? cell.asDate().toLocalDate().toString()
                            : cell.asNumber().toPlainString();
                case BOOLEAN -> cell.asBoolean().toString();
                case STRING -> cell.asString();
                case FORMULA -> cell.getRawValue();
                case ERROR -> cell.getRawValue();
                case EMPTY -> null;
            };
        }

        private static boolean isDate(Cell cell) {
            var format = cell.getDataFormatString();
            return cell.getType() == CellType.NUMBER
                    && format != null
                    && format.replaceAll("\"[^\"]*\"|\\[[^]]*]", "").matches("(?i).*[yd].*");
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() throws IOException {
            stream.close();
            workbook.close();
        }
    }
}
