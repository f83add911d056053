package org.zhengtong.base.print;

/**
 * A QR code as one path of an SVG whose unit is the code's square.
 *
 * @param side width and height
 * @param path the dark squares, for the attribute {@code d}
 */
public record QrDrawing(int side, String path) {

    /** The code of a text. */
    public static QrDrawing of(String content) {
        var matrix = QrImage.matrix(content);
        var path = new StringBuilder();
        for (var y = 0; y < matrix.getHeight(); y++) {
            for (var x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return new QrDrawing(matrix.getWidth(), path.toString());
    }
}
