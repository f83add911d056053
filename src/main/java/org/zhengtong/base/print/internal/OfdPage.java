package org.zhengtong.base.print.internal;

import java.awt.geom.AffineTransform;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** Reads what one page of a PDF draws: lines, areas and characters. Pictures do not occur on sheets of this room. */
final class OfdPage extends PDFGraphicsStreamEngine {

    private static final double MM = 25.4 / 72;

    private final double height;
    private final OfdFaces faces;
    private final List<OfdGraphic> graphics = new ArrayList<>();
    private final OfdTextLine line = new OfdTextLine(graphics);
    private final StringBuilder path = new StringBuilder();
    private final Point2D.Float at = new Point2D.Float();

    private OfdPage(PDPage page, OfdFaces faces) {
        super(page);
        this.height = page.getMediaBox().getHeight();
        this.faces = faces;
    }

    static List<OfdGraphic> read(PDPage page, OfdFaces faces) throws IOException {
        var reading = new OfdPage(page, faces);
        reading.processPage(page);
        reading.line.end();
        return List.copyOf(reading.graphics);
    }

    @Override
    protected void showGlyph(Matrix place, PDFont font, int code, Vector displacement) throws IOException {
        var text = font.toUnicode(code);
        if (text == null || text.isBlank()) {
            line.space();
            return;
        }
        var face = faces.faceOf(font, text);
        if (face.isEmpty()) {
            drawn(place, (PDVectorFont) font, code);
            return;
        }
        line.add(face.get(), text, color(getGraphicsState().getNonStrokingColor()), matrixOf(place));
    }

    /** A character that the embedded subset cannot name, such as one beyond the basic plane, is drawn as an area. */
    private void drawn(Matrix place, PDVectorFont font, int code) throws IOException {
        line.end();
        var toPage = place.createAffineTransform();
        toPage.scale(0.001, 0.001);
        trace(font.getNormalizedPath(code).getPathIterator(toPage));
        finish(color(getGraphicsState().getNonStrokingColor()), false, "");
    }

    private void trace(PathIterator outline) {
        var to = new float[6];
        for (; !outline.isDone(); outline.next()) {
            switch (outline.currentSegment(to)) {
                case PathIterator.SEG_MOVETO -> moveTo(to[0], to[1]);
                case PathIterator.SEG_LINETO -> lineTo(to[0], to[1]);
                case PathIterator.SEG_QUADTO -> segment("Q", to[0], to[1], to[2], to[3]);
                case PathIterator.SEG_CUBICTO -> curveTo(to[0], to[1], to[2], to[3], to[4], to[5]);
                default -> closePath();
            }
        }
    }

    /** From the page as PDF measures it, upwards in points, to millimetres downwards. */
    private AffineTransform matrixOf(Matrix place) {
        return new AffineTransform(
                place.getScaleX() * MM,
                -place.getShearY() * MM,
                -place.getShearX() * MM,
                place.getScaleY() * MM,
                place.getTranslateX() * MM,
                (height - place.getTranslateY()) * MM);
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        lineTo((float) p1.getX(), (float) p1.getY());
        lineTo((float) p2.getX(), (float) p2.getY());
        lineTo((float) p3.getX(), (float) p3.getY());
        closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        segment("M", x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        segment("L", x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        segment("B", x1, y1, x2, y2, x3, y3);
    }

    private void segment(String command, float... points) {
        path.append(command);
        for (var index = 0; index < points.length; index += 2) {
            path.append(' ').append(OfdNumber.coarse(points[index] * MM));
            path.append(' ').append(OfdNumber.coarse((height - points[index + 1]) * MM));
        }
        path.append(' ');
        at.setLocation(points[points.length - 2], points[points.length - 1]);
    }

    @Override
    public Point2D getCurrentPoint() {
        return at;
    }

    @Override
    public void closePath() {
        path.append("C ");
    }

    @Override
    public void endPath() {
        path.setLength(0);
    }

    @Override
    public void clip(int windingRule) {
        // sheets of this room cut nothing off
    }

    @Override
    public void strokePath() throws IOException {
        finish("", false, color(getGraphicsState().getStrokingColor()));
    }

    @Override
    public void fillPath(int windingRule) throws IOException {
        finish(color(getGraphicsState().getNonStrokingColor()), windingRule == PathIterator.WIND_EVEN_ODD, "");
    }

    @Override
    public void fillAndStrokePath(int windingRule) throws IOException {
        finish(
                color(getGraphicsState().getNonStrokingColor()),
                windingRule == PathIterator.WIND_EVEN_ODD,
                color(getGraphicsState().getStrokingColor()));
    }

    private void finish(String fill, boolean evenOdd, String stroke) {
        line.end();
        if (!path.isEmpty()) {
            var width = transformWidth(getGraphicsState().getLineWidth()) * MM;
            graphics.add(new OfdGraphic.Path(path.toString().strip(), fill, evenOdd, stroke, width));
        }
        path.setLength(0);
    }

    private static String color(PDColor color) throws IOException {
        var rgb = color.toRGB();
        return (rgb >> 16 & 0xFF) + " " + (rgb >> 8 & 0xFF) + " " + (rgb & 0xFF);
    }

    @Override
    public void drawImage(PDImage image) {
        throw new IllegalArgumentException("A picture on the sheet");
    }

    @Override
    public void shadingFill(COSName name) {
        throw new IllegalArgumentException("A shading on the sheet: " + name.getName());
    }
}
