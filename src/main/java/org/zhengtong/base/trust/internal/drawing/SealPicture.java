package org.zhengtong.base.trust.internal.drawing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** The drawn seal as a picture with a clear ground, for seals that carry their picture with them. */
public final class SealPicture {

    /** Width and height in millimetres. */
    public static final int MILLIMETRES = 42;

    private static final float DOTS_PER_INCH = 300;

    private SealPicture() {}

    /** The seal of a department as PNG. */
    public static byte[] png(String department, @Nullable String purpose) {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(SealDrawing.DIAMETER, SealDrawing.DIAMETER));
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawForm(SealTemplate.drawn(document, department, purpose));
            }
            var picture = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.ARGB);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
