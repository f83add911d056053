package org.zhengtong.base.codes;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tables of codes in {@code src/test/resources/ids}. */
final class CodeFixtures {
    private CodeFixtures() {}

    static List<NamedCsvRecord> read(String file) {
        try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/ids", file))) {
            return rows.stream().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The text key of what is wrong; null when nothing is. */
    static @Nullable String flawOf(CodeCheck<?> check) {
        return check instanceof CodeCheck.Wrong<?> wrong ? wrong.messageKey() : null;
    }
}
