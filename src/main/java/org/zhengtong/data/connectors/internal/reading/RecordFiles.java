package org.zhengtong.data.connectors.internal.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.registers.RowFiles;
import org.zhengtong.data.registers.RowSource;

/** A file as rows, by the ending of its name. */
final class RecordFiles {

    private static final int BUFFER = 1 << 16;
    private static final long MOST_WORKBOOK = 60L << 20;

    private RecordFiles() {}

    static RowSource of(Path file, String records) throws IOException {
        var name = String.valueOf(file.getFileName());
        var lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".json")) {
            return new Told(new JsonRecords(file, records), name);
        }
        if (lower.endsWith(".xml")) {
            return new Told(new XmlRecords(file, records), name);
        }
        if (lower.endsWith(".xlsx") && Files.size(file) > MOST_WORKBOOK) {
            throw SourceException.of(SourceFault.FILE_TOO_BIG, name, MOST_WORKBOOK >> 20);
        }
        return new Told(
                RowFiles.of(file, name).orElseThrow(() -> SourceException.of(SourceFault.FILE_KIND, name)), name);
    }

    /** SHA-256 of a file of any size. */
    static String digest(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[BUFFER];
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Says the name of a file whose columns cannot be read. */
    private record Told(RowSource rows, String name) implements RowSource {
        @Override
        public List<String> columns() throws IOException {
            try {
                return rows.columns();
            } catch (SourceException known) {
                throw known;
            } catch (IOException | UncheckedIOException unread) {
                throw new SourceException(
                        SourceFault.FILE_NOT_READABLE, unread, name, String.valueOf(unread.getMessage()));
            }
        }

        @Override
        public Rows open(@Nullable String cursor) throws IOException {
            return rows.open(cursor);
        }
    }
}
