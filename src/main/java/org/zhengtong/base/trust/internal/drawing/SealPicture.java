package org.zhengtong.base.trust.internal.drawing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
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
    private static final int STEPS = 16;
    private static final int RED = 0xD4121C;

    /** Drawing one costs more than all the rest of sealing; a department's hardly ever changes. */
    private static final Cache<String, byte[]> DRAWN =
            Caffeine.newBuilder().maximumSize(500).build();

    private SealPicture() {}

    /** The seal of a department as PNG. */
    public static byte[] png(String department, @Nullable String purpose) {
        return DRAWN.get(
                        department + '\n' + Objects.requireNonNullElse(purpose, ""), words -> draw(department, purpose))
                .clone();
    }

    private static byte[] draw(String department, @Nullable String purpose) {
        try (var document = new PDDocument()) {
            var page = new PDPage(new PDRectangle(SealDrawing.DIAMETER, SealDrawing.DIAMETER));
            document.addPage(page);
            try (var canvas = new PDPageContentStream(document, page)) {
                canvas.drawForm(SealTemplate.drawn(document, department, purpose));
            }
            var picture = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH, ImageType.ARGB);
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(reduced(picture), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The seal has one colour; sixteen steps of how much of it shows are enough, and a tenth of the size. */
    private static BufferedImage reduced(BufferedImage picture) {
        var colors = new int[STEPS];
        for (var step = 0; step < STEPS; step++) {
            colors[step] = step * 255 / (STEPS - 1) << 24 | RED;
        }
        var model = new IndexColorModel(4, STEPS, colors, 0, true, -1, DataBuffer.TYPE_BYTE);
        var reduced = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_BYTE_BINARY, model);
        var raster = reduced.getRaster();
        for (var y = 0; y < picture.getHeight(); y++) {
            for (var x = 0; x < picture.getWidth(); x++) {
                raster.setSample(x, y, 0, (picture.getRGB(x, y) >>> 24) * (STEPS - 1) / 255);
            }
        }
        return reduced;
    }
}
