package org.zhengtong.base.files.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What the guarded process does with a file ends by itself, in few words or a small picture; how it fails is told like its answer. */
class StrangersFilesFuzzTest {
    private static final int MOST = 1_000;

    @FuzzTest(maxDuration = "10m")
    void a_file(FuzzedDataProvider data) throws IOException {
        var kind = data.consumeInt(0, 5);
        var bytes = data.consumeRemainingAsBytes();
        var file = Files.write(
                Path.of(System.getProperty("java.io.tmpdir"), "fuzzed-file"), kind == 0 ? ofd(bytes) : bytes);
        try {
            assertThat(answer(kind, file)).hasSizeLessThanOrEqualTo(4 * MOST + 16);
        } catch (Exception | StackOverflowError told) {
            assertThat(told.getClass().getSimpleName()).isNotEmpty();
        }
    }

    private static byte[] answer(int kind, Path file) throws Exception {
        return switch (kind) {
            case 0 -> TextReading.read(file, "application/ofd", MOST);
            case 1 -> TextReading.read(file, "application/pdf", MOST);
            case 2 -> TextReading.read(file, "text/plain", MOST);
            case 3 -> ThumbnailDrawing.draw(file, "application/pdf", 32);
            case 4 -> ThumbnailDrawing.draw(file, "image/png", 32);
            default -> ThumbnailDrawing.draw(file, "image/jpeg", 32);
        };
    }

    private static byte[] ofd(byte[] page) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("Doc_0/Pages/Page_0/Content.xml"));
            zip.write(page);
        }
        return out.toByteArray();
    }
}
