package org.zhengtong.base.print;

import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.zhengtong.base.packed.PackedFile;
import org.zhengtong.base.packed.PackedXml;

/** Reads the subject that a printed sheet carries, such as a licence's identifier. */
public final class SheetSubject {

    private static final PackedFile.Limits LIMITS = new PackedFile.Limits(2_000, 1024L * 1024);

    private SheetSubject() {}

    /** The subject of a PDF or an OFD file; none when there is none, or the bytes are neither. */
    public static Optional<String> of(byte[] sheet) {
        return sheet.length > 1 && sheet[0] == 'P' && sheet[1] == 'K' ? ofOfd(sheet) : ofPdf(sheet);
    }

    private static Optional<String> ofPdf(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return Optional.ofNullable(document.getDocumentInformation().getSubject());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> ofOfd(byte[] ofd) {
        try (var packed = PackedFile.open(ofd, LIMITS)) {
            return PackedXml.tree(packed.content("OFD.xml"))
                    .child("DocBody")
                    .flatMap(body -> body.child("DocInfo"))
                    .map(about -> about.textOf("Subject"))
                    .filter(subject -> !subject.isEmpty());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
