package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.geo.GeoBox;
import org.zhengtong.base.geo.LayerDrawing.Picture;
import org.zhengtong.base.geo.ShapeKind;

/** Draws features as SVG paths, true to scale along the middle parallel. */
public final class PictureDrawing implements Plane {

    private static final int WIDTH = 900;
    private static final int TALLEST = 700;
    private static final double TOLERANCE = 0.8;
    private static final double SMALLEST_DEGREES = 0.01;
    private static final double AROUND = 0.05;

    private final double west;
    private final double north;
    private final double stretch;
    private final double scale;
    private final int width;
    private final int height;
    private final List<Picture.Shape> shapes = new ArrayList<>();

    /** An empty picture of this box with a little around it. */
    public PictureDrawing(GeoBox box) {
        var middle = (box.south() + box.north()) / 2;
        stretch = Math.cos(Math.toRadians(middle));
        var wide = Math.max(SMALLEST_DEGREES, (box.east() - box.west()) * stretch) * (1 + 2 * AROUND);
        var high = Math.max(SMALLEST_DEGREES, box.north() - box.south()) * (1 + 2 * AROUND);
        scale = Math.min(WIDTH / wide, TALLEST / high);
        width = (int) Math.ceil(wide * scale);
        height = (int) Math.ceil(high * scale);
        west = (box.west() + box.east()) / 2 - wide / stretch / 2;
        north = middle + high / 2;
    }

    @Override
    public double x(double longitude, double latitude) {
        return (longitude - west) * stretch * scale;
    }

    @Override
    public double y(double longitude, double latitude) {
        return (north - latitude) * scale;
    }

    /** The box of the whole picture in degrees, for the features that reach into it. */
    public GeoBox reach() {
        return new GeoBox(
                Math.max(-180, west),
                Math.max(-90, north - height / scale),
                Math.min(180, west + width / scale / stretch),
                Math.min(90, north));
    }

    /** Adds a feature. */
    public void draw(DrawnFeature feature, boolean marked) {
        var flat = FlatShape.of(feature.shape(), this);
        var path = new StringBuilder();
        for (var part : flat.parts()) {
            if (flat.kind() == ShapeKind.POINT) {
                part.line().forEach(point -> path.append(dot(point)));
            } else {
                append(path, Simplifying.simplify(part.line(), TOLERANCE), flat.kind() == ShapeKind.AREA);
            }
        }
        if (!path.isEmpty()) {
            shapes.add(new Picture.Shape(path.toString(), feature.name(), flat.kind(), marked));
        }
    }

    private static void append(StringBuilder path, List<double[]> line, boolean closed) {
        if (closed && line.size() < 4) {
            return;
        }
        var letter = 'M';
        for (var point : line) {
            path.append(letter).append(written(point));
            letter = 'L';
        }
        if (closed) {
            path.append('Z');
        }
    }

    private static String dot(double[] point) {
        return String.format(Locale.ROOT, "M%.1f %.1fm-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0", point[0], point[1]);
    }

    private static String written(double[] point) {
        return Math.round(point[0] * 10) / 10.0 + " " + Math.round(point[1] * 10) / 10.0;
    }

    /** The picture; marked shapes last, on top of the others. */
    public Picture picture() {
        var ordered = new ArrayList<>(shapes);
        ordered.sort((one, other) -> Boolean.compare(one.marked(), other.marked()));
        return new Picture(width, height, ordered);
    }
}
