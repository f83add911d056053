package org.zhengtong.base.print;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;

/** Reads the subject that a printed sheet carries, such as a licence's identifier. */
public final class PdfSubject {

    private PdfSubject() {}

    /** The subject of a PDF; none when there is none, or the bytes are no PDF. */
    public static Optional<String> of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return Optional.ofNullable(document.getDocumentInformation().getSubject());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
