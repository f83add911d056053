package org.zhengtong.base.files.internal.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.Deflater;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengtong.base.files.internal.FilesSettings;
import org.zhengtong.base.trust.SignaturePlace;

/** Signatures of strangers' PDFs are found in the guarded process. */
class FindingSignaturesTest {

    @TempDir
    private Path folder;

    private GuardedWork work;

    @org.junit.jupiter.api.BeforeEach
    void begin() {
        work = new GuardedWork(
                folder, new FilesSettings(null, new FilesSettings.Guard(Duration.ofSeconds(60), 96), null));
    }

    @AfterEach
    void end() {
        work.destroy();
    }

    @Test
    void a_signature_is_found_with_what_it_covers() throws IOException {
        var file = folder.resolve("signed.pdf");
        try (var signed = Objects.requireNonNull(SignaturePlace.class.getResourceAsStream(
                "internal/TrustQuestionsFuzzTestInputs/a_signed_pdf/signed"))) {
            Files.copy(signed, file);
        }

        var lines = new String(((GuardedOutcome.Done) work.signatures(file)).content(), StandardCharsets.US_ASCII);

        var place = SignaturePlace.read(lines);
        assertThat(place.range()).hasSize(4).startsWith(0);
        assertThat(place.range().get(2) + place.range().get(3)).isEqualTo((int) Files.size(file));
        assertThat(place.statedAt()).isNotNull();
    }

    @Test
    void a_small_pdf_that_unpacks_to_gigabytes_ends_there() throws IOException {
        var file = Files.write(folder.resolve("bomb.pdf"), bomb());
        assertThat(Files.size(file)).isLessThan(4_000_000);

        assertThat(work.signatures(file)).isInstanceOf(GuardedOutcome.Failed.class);
    }

    /** A cross-reference table of two gigabytes, which every reader must unpack first. */
    private static byte[] bomb() throws IOException {
        var megabyte = packedMegabyte();
        var out = new ByteArrayOutputStream();
        out.write("%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n".getBytes(StandardCharsets.US_ASCII));
        var at = out.size();
        out.write(("5 0 obj<</Type/XRef/Size 6/W[1 2 1]/Root 1 0 R/Filter/FlateDecode/Length "
                        + (2 + 2_000 * megabyte.length) + ">>stream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.write(new byte[] {0x78, (byte) 0xda});
        for (var count = 0; count < 2_000; count++) {
            out.write(megabyte);
        }
        out.write(("\nendstream endobj\nstartxref\n" + at + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    /** Zeros in blocks that need nothing before them, so that they can be repeated. */
    private static byte[] packedMegabyte() {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[1 << 20]);
        var packed = new byte[8 * 1024];
        var length = deflater.deflate(packed, 0, packed.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(packed, length);
    }
}
