package org.zhengtong.base.schema.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Looks into a workbook before a library reads it: unpacked for counting only, never kept. */
class ZipGuard {
    private static final long MOST_BYTES = 80L * 1024 * 1024;
    private static final int MOST_FILES = 300;
    private static final int PIECE = 64 * 1024;
    private static final String DOCTYPE = "<!DOCTYPE";

    private ZipGuard() {}

    /** Key of what is wrong with it; empty when it may be read. */
    static Optional<String> fault(byte[] workbook) {
        var names = new HashSet<String>();
        long bytes = 0;
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                .get()) {
            // the same directory that the library reads, so that both see the same files
            for (var entry : Collections.list(zip.getEntries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_FILES) {
                    return Optional.of(names.size() > MOST_FILES ? "too_big" : "broken");
                }
                try (var content = zip.getInputStream(entry)) {
                    if (hasDoctype(content.readNBytes(PIECE))) {
                        return Optional.of("broken");
                    }
                    bytes += counted(content);
                }
                if (bytes > MOST_BYTES) {
                    return Optional.of("too_big");
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return Optional.of(startsAsZip(workbook) ? "broken" : "not_a_workbook");
        }
        return names.contains("xl/workbook.xml") && names.contains("[Content_Types].xml")
                ? Optional.empty()
                : Optional.of("not_a_workbook");
    }

    /** How much is left, counted by unpacking it, up to the limit. */
    private static long counted(InputStream content) throws IOException {
        var piece = new byte[PIECE];
        long bytes = PIECE;
        for (var read = content.read(piece); read >= 0 && bytes <= MOST_BYTES; read = content.read(piece)) {
            bytes += read;
        }
        return bytes;
    }

    private static boolean startsAsZip(byte[] file) {
        return file.length > 4 && file[0] == 'P' && file[1] == 'K';
    }

    private static boolean hasDoctype(byte[] beginning) {
        return new String(beginning, StandardCharsets.ISO_8859_1).contains(DOCTYPE)
                || new String(beginning, StandardCharsets.UTF_16BE).contains(DOCTYPE)
                || new String(beginning, StandardCharsets.UTF_16LE).contains(DOCTYPE);
    }
}
