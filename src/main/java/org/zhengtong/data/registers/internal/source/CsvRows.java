package org.zhengtong.data.registers.internal.source;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.registers.RowSource;

/** A CSV file with a head line: comma, semicolon or tab, any line ends, mixed ones too. Empty lines do not count. */
record CsvRows(Path file) implements RowSource {

    @Override
    public List<String> columns() throws IOException {
        try (var rows = reader()) {
            var iterator = rows.iterator();
            return iterator.hasNext() ? heads(iterator.next()) : List.of();
        } catch (UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException wrong) {
            throw new IOException(wrong);
        }
    }

    private static List<String> heads(CsvRecord record) {
        return record.getFields().stream().map(String::strip).toList();
    }

    private CsvReader<CsvRecord> reader() throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator())
                .skipEmptyLines(true)
                .extraFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(de.siegmar.fastcsv.reader.FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(WrittenText.open(file));
    }

    private char separator() throws IOException {
        try (var text = WrittenText.open(file)) {
            var head = text.readLine();
            if (head == null) {
                return ',';
            }
            var commas = count(head, ',');
            if (count(head, '\t') > commas) {
                return '\t';
            }
            return count(head, ';') > commas ? ';' : ',';
        }
    }

    private static long count(String line, char letter) {
        return line.chars().filter(each -> each == letter).count();
    }

    @Override
    public Rows open(@Nullable String cursor) throws IOException {
        return new Open(reader(), FileRows.rowsOf(cursor));
    }

    /** One reading. */
    private static final class Open implements Rows {

        private final CsvReader<CsvRecord> reader;
        private final CloseableIterator<CsvRecord> records;
        private long read;

        Open(CsvReader<CsvRecord> reader, long skipped) throws IOException {
            this.reader = reader;
            this.records = reader.iterator();
            next();
            for (read = 0; read < skipped; ) {
                if (next() == null) {
                    break;
                }
            }
        }

        @Override
        public @Nullable String @Nullable [] next() throws IOException {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                var fields = records.next().getFields();
                read++;
                return fields.toArray(String[]::new);
            } catch (UncheckedIOException | de.siegmar.fastcsv.reader.CsvParseException wrong) {
                throw new IOException(wrong);
            }
        }

        @Override
        public String cursor() {
            return String.valueOf(read);
        }

        @Override
        public void close() throws IOException {
            records.close();
            reader.close();
        }
    }
}
