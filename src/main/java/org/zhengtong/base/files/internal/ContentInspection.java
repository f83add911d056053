package org.zhengtong.base.files.internal;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.FileKind;

/** Looks into a file to see what it is. Reads headers only: nothing is unpacked, no picture is drawn. */
@Component
class ContentInspection {
    /** A scan of A3 at 600 dpi has 70 million points; decoding more would take the memory of the server. */
    static final long MOST_PIXELS = 100_000_000L;

    private static final int MOST_ENTRIES = 10_000;
    private static final int LOOKED_AT = 64 * 1024;

    /** The kind of a file, when it is one the platform knows. */
    Optional<FileKind> kindOf(Path file) throws IOException {
        return switch (magic(file)) {
            case "application/pdf" -> Optional.of(FileKind.PDF);
            case "image/jpeg" -> Optional.of(FileKind.JPEG);
            case "image/png" -> Optional.of(FileKind.PNG);
            case "application/zip", "application/x-tika-ooxml" -> packaged(file);
            case "text/plain" -> Optional.of(FileKind.TEXT);
            case "application/octet-stream" -> isChineseText(file) ? Optional.of(FileKind.TEXT) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Text in GB18030, which most tables of departments still come in: every byte fits, and no control characters. */
    private static boolean isChineseText(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var bytes = java.nio.ByteBuffer.wrap(content.readNBytes(LOOKED_AT));
            var text = java.nio.CharBuffer.allocate(LOOKED_AT);
            var read = java.nio.charset.Charset.forName("GB18030")
                    .newDecoder()
                    .onMalformedInput(java.nio.charset.CodingErrorAction.REPORT)
                    .onUnmappableCharacter(java.nio.charset.CodingErrorAction.REPORT)
                    .decode(bytes, text, false);
            return !read.isError()
                    && text.flip()
                            .chars()
                            .noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t');
        }
    }

    private static String magic(Path file) throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(content, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private static Optional<FileKind> packaged(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                return Optional.empty();
            }
            if (zip.getEntry("OFD.xml") != null) {
                return Optional.of(FileKind.OFD);
            }
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.of(FileKind.ZIP);
            }
            if (zip.getEntry("word/document.xml") != null) {
                return Optional.of(FileKind.DOCX);
            }
            return zip.getEntry("xl/workbook.xml") != null ? Optional.of(FileKind.XLSX) : Optional.of(FileKind.ZIP);
        } catch (ZipException broken) {
            return Optional.empty();
        }
    }

    /** Width × height as the header says; empty when the header cannot be read. */
    Optional<Long> pixels(Path image) throws IOException {
        try (var stream = new FileImageInputStream(image.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Optional.of((long) reader.getWidth(0) * reader.getHeight(0));
            } catch (IOException | RuntimeException broken) {
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        }
    }
}
