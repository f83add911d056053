package org.zhengtong.base.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.Color;
import java.util.Map;
import org.openpdf.text.Image;
import org.openpdf.text.pdf.PdfWriter;

/** A QR code drawn as rectangles, so that it stays sharp at any size (GB/T 18284). */
public final class QrImage {

    private QrImage() {}

    /** The code of a text as a square image of this side, error correction M. */
    public static Image of(PdfWriter writer, String content, float side) {
        var matrix = matrix(content);
        var template = writer.getDirectContent().createTemplate(matrix.getWidth(), matrix.getHeight());
        template.setColorFill(Color.BLACK);
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    template.rectangle(x, matrix.getHeight() - 1f - y, 1, 1);
                }
            }
        }
        template.fill();
        var image = Image.getInstance(template);
        image.scaleAbsolute(side, side);
        return image;
    }

    static com.google.zxing.common.BitMatrix matrix(String content) {
        try {
            var hints = Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 1);
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 0, 0, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + content.length(), e);
        }
    }
}
