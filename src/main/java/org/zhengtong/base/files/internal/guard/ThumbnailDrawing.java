package org.zhengtong.base.files.internal.guard;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A small JPEG of a picture or of the first page of a PDF. Large pictures are read in steps, never whole. */
final class ThumbnailDrawing {
    private static final long MOST_PIXELS = 100_000_000L;

    private ThumbnailDrawing() {}

    static byte[] draw(Path file, String mediaType, int side) throws IOException {
        var picture = mediaType.equals("application/pdf") ? firstPage(file, side) : picture(file, side);
        var out = new ByteArrayOutputStream();
        ImageIO.write(fitted(picture, side), "jpeg", out);
        return out.toByteArray();
    }

    private static BufferedImage firstPage(Path file, int side) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            var box = document.getPage(0).getCropBox();
            var renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            var longest = Math.max(1f, Math.max(box.getWidth(), box.getHeight()));
            return renderer.renderImage(0, side / longest, ImageType.RGB);
        }
    }

    private static BufferedImage picture(Path file, int side) throws IOException {
        try (var stream = new FileImageInputStream(file.toFile())) {
            var readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                throw new IOException("Not a picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > MOST_PIXELS) {
                    throw new IOException("Too many pixels");
                }
                var step = (int) Math.max(1, Math.max(width, height) / (2L * side));
                var param = reader.getDefaultReadParam();
                param.setSourceSubsampling(step, step, 0, 0);
                return reader.read(0, param);
            } finally {
                reader.dispose();
            }
        }
    }

    private static BufferedImage fitted(BufferedImage picture, int side) {
        var scale = Math.min(1.0, (double) side / Math.max(picture.getWidth(), picture.getHeight()));
        var width = (int) Math.max(1, Math.round(picture.getWidth() * scale));
        var height = (int) Math.max(1, Math.round(picture.getHeight() * scale));
        var small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return small;
    }
}
