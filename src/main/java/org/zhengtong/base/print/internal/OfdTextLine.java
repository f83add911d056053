package org.zhengtong.base.print.internal;

import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/** Gathers characters that stand on one line into one text, so that a reader can search it and copy it. */
final class OfdTextLine {

    private static final double SAME = 0.002;

    private final List<OfdGraphic> graphics;
    private final StringBuilder characters = new StringBuilder();
    private final List<Double> steps = new ArrayList<>();
    private String face = "";
    private String color = "";
    private AffineTransform first = new AffineTransform();
    private double last;
    private boolean spaced;

    OfdTextLine(List<OfdGraphic> graphics) {
        this.graphics = graphics;
    }

    /** A space moves the next character and needs no glyph. */
    void space() {
        spaced = true;
    }

    void add(String face, String text, String color, AffineTransform place) {
        if (!continues(face, color, place)) {
            end();
            this.face = face;
            this.color = color;
            first = place;
        } else {
            if (spaced) {
                characters.append(' ');
                steps.add((place.getTranslateX() - last) / 2);
                last += (place.getTranslateX() - last) / 2;
            }
            steps.add(place.getTranslateX() - last);
        }
        characters.append(text);
        last = place.getTranslateX();
        spaced = false;
    }

    private boolean continues(String face, String color, AffineTransform place) {
        return !characters.isEmpty()
                && this.face.equals(face)
                && this.color.equals(color)
                && upright(place)
                && place.getTranslateX() > last
                && Math.abs(place.getScaleX() - first.getScaleX()) < SAME
                && Math.abs(place.getTranslateY() - first.getTranslateY()) < SAME;
    }

    private static boolean upright(AffineTransform place) {
        return Math.abs(place.getShearX()) < SAME
                && Math.abs(place.getShearY()) < SAME
                && Math.abs(place.getScaleX() - place.getScaleY()) < SAME;
    }

    void end() {
        if (!characters.isEmpty()) {
            var size = Math.hypot(first.getScaleX(), first.getShearY());
            var matrix = upright(first)
                    ? List.<Double>of()
                    : List.of(
                            first.getScaleX() / size,
                            first.getShearY() / size,
                            first.getShearX() / size,
                            first.getScaleY() / size);
            graphics.add(new OfdGraphic.Text(
                    face,
                    size,
                    color,
                    matrix,
                    first.getTranslateX(),
                    first.getTranslateY(),
                    characters.toString(),
                    steps));
        }
        characters.setLength(0);
        steps.clear();
        spaced = false;
    }
}
