package org.zhengtong.base.files.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.files.internal.guard.GuardedOutcome;
import org.zhengtong.base.files.internal.guard.GuardedWork;
import org.zhengtong.base.trust.PdfSignatures;
import org.zhengtong.base.trust.SignaturePlace;

/** Finds signatures in the guarded process: a PDF of a megabyte can unpack to gigabytes. */
@Component
class GuardedSignatures implements PdfSignatures {

    private final GuardedWork guarded;

    GuardedSignatures(GuardedWork guarded) {
        this.guarded = guarded;
    }

    @Override
    public Optional<List<SignaturePlace>> in(byte[] pdf) {
        try {
            var file = Files.createTempFile("signed-", ".pdf");
            try {
                Files.write(file, pdf);
                return switch (guarded.signatures(file)) {
                    case GuardedOutcome.Done(var lines) -> Optional.of(places(lines));
                    case GuardedOutcome.Failed _ -> Optional.empty();
                };
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<SignaturePlace> places(byte[] lines) {
        return new String(lines, StandardCharsets.US_ASCII)
                .lines()
                .map(SignaturePlace::read)
                .toList();
    }
}
