package org.zhengtong.base.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.jspecify.annotations.Nullable;

/**
 * Where a signature stands in a PDF.
 *
 * @param range the octets it covers, as the file says: from, how many, from, how many; other lengths in files that are wrong
 * @param statedAt the time that the file states beside it
 */
public record SignaturePlace(List<Integer> range, @Nullable Instant statedAt) {

    /** More are not looked for in one file. */
    public static final int MOST = 50;

    private static final int LONGEST_RANGE = 8;
    private static final String NEVER = "-";

    public SignaturePlace {
        range = List.copyOf(range);
    }

    /** Finds the signatures of a PDF. A stranger's PDF can take all memory and time there is: only a guarded process does this. */
    public static List<SignaturePlace> in(Path pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf.toFile())) {
            return document.getSignatureDictionaries().stream()
                    .limit(MOST)
                    .map(SignaturePlace::of)
                    .toList();
        }
    }

    /** The place that a dictionary of the PDF says. */
    public static SignaturePlace of(PDSignature statement) {
        try {
            var range = statement.getByteRange();
            var date = statement.getSignDate();
            return new SignaturePlace(
                    range == null ? List.of() : Arrays.stream(range).boxed().toList(),
                    date == null ? null : date.toInstant());
        } catch (RuntimeException wrong) {
            // a dictionary that holds other things than it must: the signature is there and cannot be read
            return new SignaturePlace(List.of(), null);
        }
    }

    /** As one line, which {@link #read} reads. */
    public String written() {
        return IntStream.range(0, Math.min(LONGEST_RANGE, range.size()))
                        .mapToObj(at -> range.get(at).toString())
                        .collect(Collectors.joining(","))
                + " " + (statedAt == null ? NEVER : statedAt);
    }

    /** Reads what {@link #written} wrote. */
    public static SignaturePlace read(String line) {
        var parts = line.split(" ", 2);
        try {
            return new SignaturePlace(
                    parts[0].isEmpty()
                            ? List.of()
                            : Arrays.stream(parts[0].split(",", -1))
                                    .map(Integer::valueOf)
                                    .toList(),
                    parts[1].equals(NEVER) ? null : Instant.parse(parts[1]));
        } catch (NumberFormatException | DateTimeException | ArrayIndexOutOfBoundsException wrong) {
            throw new IllegalArgumentException("Not a place of a signature: " + line, wrong);
        }
    }
}
