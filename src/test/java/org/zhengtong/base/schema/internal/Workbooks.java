package org.zhengtong.base.schema.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Workbooks with something changed in one of their parts. */
public final class Workbooks {

    private Workbooks() {}

    /** The same workbook with the texts of its parts changed, by name. */
    public static byte[] changed(byte[] workbook, BiFunction<String, String, String> change) {
        var out = new ByteArrayOutputStream();
        try (var in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook))
                        .get();
                var zip = new ZipOutputStream(out)) {
            for (var entry : Collections.list(in.getEntries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                var text = new String(in.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                zip.write(change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The same workbook with a text written over one place of one of its parts. */
    public static byte[] withPart(byte[] workbook, int part, int at, String text) {
        var seen = new int[] {-1};
        return changed(workbook, (name, before) -> {
            seen[0]++;
            if (seen[0] != part) {
                return before;
            }
            var from = Math.min(at, before.length());
            var until = Math.min(before.length(), from + text.length());
            return before.substring(0, from) + text + before.substring(until);
        });
    }
}
