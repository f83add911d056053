package org.zhengtong.base.trust.internal;

import java.time.Instant;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.FoundSignature.Content;
import org.zhengtong.base.trust.FoundSignature.Standing;
import org.zhengtong.base.trust.SealCheck.Mark;

/** Looks at one seal of a PDF: are the bytes it covers unchanged, who sealed, was the certificate ours and valid then. */
@Component
class SealInspection {

    private final ReadFiles files;

    SealInspection(ReadFiles files) {
        this.files = files;
    }

    Mark inspect(PDSignature statement, byte[] pdf) {
        var found = files.inPdf(statement, pdf);
        var at = found.provenAt() != null ? found.provenAt() : found.statedAt();
        return new Mark(
                found.signer(),
                found.reference(),
                at == null ? Instant.EPOCH : at,
                found.algorithm(),
                found.content() == Content.UNCHANGED,
                found.standing() == Standing.VALID,
                found.covered() == pdf.length);
    }
}
