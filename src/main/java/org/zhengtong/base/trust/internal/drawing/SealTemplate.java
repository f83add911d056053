package org.zhengtong.base.trust.internal.drawing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.trust.SealRequest;

/** A one-page document that carries nothing but the signature field with the drawn seal; PDFBox merges it into the file. */
public final class SealTemplate {

    private SealTemplate() {}

    /** The seal of a request as a document of its own. */
    public static InputStream of(SealRequest request, PDRectangle pageSize) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(pageSize);
            document.addPage(page);
            var form = new PDAcroForm(document);
            document.getDocumentCatalog().setAcroForm(form);
            form.setSignaturesExist(true);
            form.setAppendOnly(true);
            form.getCOSObject().setDirect(true);
            var field = new PDSignatureField(form);
            form.setFields(List.of(field));
            var widget = field.getWidgets().getFirst();
            widget.setRectangle(square(request));
            widget.setPrinted(true);
            widget.setAppearance(appearance(document, request));
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return new ByteArrayInputStream(bytes.toByteArray());
        }
    }

    private static PDRectangle square(SealRequest request) {
        var half = SealDrawing.DIAMETER / 2;
        var place = request.place();
        return new PDRectangle(place.x() - half, place.y() - half, SealDrawing.DIAMETER, SealDrawing.DIAMETER);
    }

    private static PDAppearanceDictionary appearance(PDDocument document, SealRequest request) throws IOException {
        var appearance = new PDAppearanceDictionary();
        appearance.setNormalAppearance(drawn(document, request.department(), request.purpose()));
        return appearance;
    }

    /** The drawn seal, a square of {@link SealDrawing#DIAMETER}. */
    static PDAppearanceStream drawn(PDDocument document, String department, @Nullable String purpose)
            throws IOException {
        var stream = new PDAppearanceStream(document);
        stream.setResources(new PDResources());
        stream.setBBox(new PDRectangle(SealDrawing.DIAMETER, SealDrawing.DIAMETER));
        SealDrawing.draw(stream, department, purpose);
        return stream;
    }
}
