package org.zhengtong.base.trust.internal.drawing;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.graphics.blend.BlendMode;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.jspecify.annotations.Nullable;

/**
 * The round seal of an authority: 42 mm across, ring, five-pointed star in the middle, the name around from left to right,
 * a special purpose below the star (国务院关于国家行政机关和企业事业单位社会团体印章管理的规定, 国发〔1999〕25号, points 3 and 12).
 */
final class SealDrawing {

    static final float DIAMETER = mm(42);

    private static final float CENTRE = DIAMETER / 2;
    private static final float RING = mm(1.2f);
    private static final float STAR = mm(7);
    private static final float[] RED = {0.83f, 0.07f, 0.11f};
    private static final double CHARACTER_STEP = Math.toRadians(25);
    private static final double WIDEST_ARC = Math.toRadians(262);

    private final PDAppearanceContentStream canvas;

    private SealDrawing(PDAppearanceContentStream canvas) {
        this.canvas = canvas;
    }

    /** Draws the seal over a square of {@link #DIAMETER}; what lies below shows through. */
    static void draw(PDAppearanceStream appearance, String department, @Nullable String purpose) throws IOException {
        try (var canvas = new PDAppearanceContentStream(appearance)) {
            var transparent = new PDExtendedGraphicsState();
            transparent.setBlendMode(BlendMode.MULTIPLY);
            canvas.setGraphicsStateParameters(transparent);
            canvas.setStrokingColor(RED[0], RED[1], RED[2]);
            canvas.setNonStrokingColor(RED[0], RED[1], RED[2]);
            var drawing = new SealDrawing(canvas);
            drawing.ring();
            drawing.star();
            drawing.name(department);
            if (purpose != null) {
                drawing.purpose(purpose);
            }
        }
    }

    private void ring() throws IOException {
        canvas.setLineWidth(RING);
        var circle = new java.awt.geom.Ellipse2D.Float(RING / 2, RING / 2, DIAMETER - RING, DIAMETER - RING);
        trace(circle.getPathIterator(null));
        canvas.stroke();
    }

    private void star() throws IOException {
        var star = new Path2D.Double();
        var inner = STAR * Math.sin(Math.toRadians(18)) / Math.sin(Math.toRadians(54));
        for (var point = 0; point < 10; point++) {
            var radius = point % 2 == 0 ? STAR : inner;
            var angle = Math.PI / 2 + point * Math.PI / 5;
            var x = CENTRE + radius * Math.cos(angle);
            var y = CENTRE + radius * Math.sin(angle);
            if (point == 0) {
                star.moveTo(x, y);
            } else {
                star.lineTo(x, y);
            }
        }
        star.closePath();
        fill(star);
    }

    /** Sets the name on an arc, its middle at the top; long names get narrower and lower characters. */
    private void name(String department) throws IOException {
        var characters = department.codePoints().toArray();
        var step = characters.length == 1 ? 0 : Math.min(CHARACTER_STEP, WIDEST_ARC / (characters.length - 1));
        var height = characters.length <= 12 ? mm(6.4f) : mm(5.6f);
        var top = CENTRE - RING - mm(1.3f);
        var middle = top - height / 2;
        var width = Math.min(height * 0.9, step == 0 ? height : step * middle * 0.94);
        var angle = Math.PI / 2 + step * (characters.length - 1) / 2;
        for (var character : characters) {
            var place = new AffineTransform();
            place.translate(CENTRE + middle * Math.cos(angle), CENTRE + middle * Math.sin(angle));
            place.rotate(angle - Math.PI / 2);
            place.scale(width / 1000, height / 1000);
            fill(SealGlyphs.centred(character), place);
            angle -= step;
        }
    }

    private void purpose(String text) throws IOException {
        var characters = text.codePoints().toArray();
        var height = mm(4.2f);
        var step = Math.min(height, mm(26) / characters.length);
        var x = CENTRE - step * (characters.length - 1) / 2;
        for (var character : characters) {
            var place = new AffineTransform();
            place.translate(x, CENTRE - mm(11.5f));
            place.scale(step * 0.96 / 1000, height / 1000);
            fill(SealGlyphs.centred(character), place);
            x += step;
        }
    }

    private void fill(Path2D shape) throws IOException {
        fill(shape, new AffineTransform());
    }

    private void fill(Path2D shape, AffineTransform place) throws IOException {
        var path = shape.getPathIterator(place);
        if (!path.isDone()) {
            trace(path);
            canvas.fill();
        }
    }

    private void trace(PathIterator path) throws IOException {
        var at = new float[6];
        float x = 0;
        float y = 0;
        for (; !path.isDone(); path.next()) {
            switch (path.currentSegment(at)) {
                case PathIterator.SEG_MOVETO -> canvas.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> canvas.lineTo(at[0], at[1]);
                case PathIterator.SEG_CUBICTO -> canvas.curveTo(at[0], at[1], at[2], at[3], at[4], at[5]);
                case PathIterator.SEG_QUADTO -> quadratic(x, y, at);
                default -> canvas.closePath();
            }
            var end = endOf(path, at);
            if (end >= 0) {
                x = at[end];
                y = at[end + 1];
            }
        }
    }

    /** A quadratic curve, as TrueType has them, written as the cubic curve that PDF has. */
    private void quadratic(float x, float y, float[] at) throws IOException {
        canvas.curveTo(
                x + (at[0] - x) * 2 / 3,
                y + (at[1] - y) * 2 / 3,
                at[2] + (at[0] - at[2]) * 2 / 3,
                at[3] + (at[1] - at[3]) * 2 / 3,
                at[2],
                at[3]);
    }

    private static int endOf(PathIterator path, float[] at) {
        return switch (path.currentSegment(at)) {
            case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 0;
            case PathIterator.SEG_QUADTO -> 2;
            case PathIterator.SEG_CUBICTO -> 4;
            default -> -1;
        };
    }

    private static float mm(float length) {
        return length * 72f / 25.4f;
    }
}
