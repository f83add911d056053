package org.zhengtong.base.geo.internal.shape;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws features into a Mapbox Vector Tile 2.1: projected, simplified below what is seen, cut at the tile's margin. */
public final class VectorTile {

    private static final double TOLERANCE = 3;
    private static final int MOVE_TO = 1;
    private static final int LINE_TO = 2;
    private static final int CLOSE = 7;

    private final TileGrid grid;
    private final Clipping clipping = new Clipping(-TileGrid.MARGIN, TileGrid.EXTENT + TileGrid.MARGIN);
    private final TileWriter writer;
    private final TileWriter names;
    private final BitSet pointsAt = new BitSet();

    /** An empty tile for a layer of this name. */
    public VectorTile(TileGrid grid, String layer) {
        this.grid = grid;
        this.writer = new TileWriter(layer, TileGrid.EXTENT);
        this.names = new TileWriter(layer + "-names", TileGrid.EXTENT);
    }

    /** Draws a feature; one that is too small to be seen, or outside, leaves nothing. */
    public void draw(DrawnFeature feature) {
        var flat = FlatShape.of(feature.shape(), grid);
        var pen = new Pen();
        for (var part : flat.parts()) {
            switch (flat.kind()) {
                case POINT -> points(part.line(), pen);
                case LINE -> lines(part.line(), pen);
                case AREA -> ring(part, pen);
            }
        }
        if (!pen.commands.isEmpty()) {
            writer.add(feature, flat.kind().ordinal() + 1, pen.commands);
            name(feature, flat.namedAt());
        }
    }

    /** The tile's bytes; none when nothing was drawn. */
    public byte[] bytes() {
        var output = new ByteArrayOutputStream();
        output.writeBytes(writer.bytes());
        output.writeBytes(names.bytes());
        return output.toByteArray();
    }

    /** The name of an area stands in one tile only, however many tiles the area reaches into. */
    private void name(DrawnFeature feature, double @Nullable [] at) {
        if (at == null || feature.name().isEmpty()) {
            return;
        }
        var pen = new Pen();
        var x = (int) Math.floor(at[0]);
        var y = (int) Math.floor(at[1]);
        if (x >= 0 && y >= 0 && x < TileGrid.EXTENT && y < TileGrid.EXTENT) {
            pen.command(MOVE_TO, 1);
            pen.to(x, y);
            names.add(feature, 1, pen.commands);
        }
    }

    /** Of points on the same spot of the screen the first is enough. */
    private void points(List<double[]> points, Pen pen) {
        for (var point : points) {
            var x = (int) Math.round(point[0]);
            var y = (int) Math.round(point[1]);
            if (x >= -TileGrid.MARGIN
                    && y >= -TileGrid.MARGIN
                    && x <= TileGrid.EXTENT + TileGrid.MARGIN
                    && y <= TileGrid.EXTENT + TileGrid.MARGIN) {
                var spot = (x + TileGrid.MARGIN) / TileGrid.PIXEL
                        + (y + TileGrid.MARGIN) / TileGrid.PIXEL * TileGrid.EXTENT;
                if (!pointsAt.get(spot)) {
                    pointsAt.set(spot);
                    pen.command(MOVE_TO, 1);
                    pen.to(x, y);
                }
            }
        }
    }

    private void lines(List<double[]> line, Pen pen) {
        for (var part : clipping.line(Simplifying.simplify(line, TOLERANCE))) {
            var rounded = rounded(part);
            if (rounded.size() > 1) {
                pen.line(rounded);
            }
        }
    }

    private void ring(FlatShape.Part part, Pen pen) {
        var rounded = rounded(clipping.ring(Simplifying.simplify(part.line(), TOLERANCE)));
        if (rounded.size() > 1 && same(rounded.getFirst(), rounded.getLast())) {
            rounded.removeLast();
        }
        var area = rounded.size() < 3 ? 0 : doubleArea(rounded);
        if (area == 0) {
            return;
        }
        // Outer rings run clockwise on the screen, holes the other way.
        pen.line(area > 0 == part.hole() ? rounded.reversed() : rounded);
        pen.command(CLOSE, 1);
    }

    private static List<int[]> rounded(List<double[]> line) {
        var rounded = new ArrayList<int[]>(line.size());
        for (var point : line) {
            var next = new int[] {(int) Math.round(point[0]), (int) Math.round(point[1])};
            if (rounded.isEmpty() || !same(rounded.getLast(), next)) {
                rounded.add(next);
            }
        }
        return rounded;
    }

    private static boolean same(int[] one, int[] other) {
        return one[0] == other[0] && one[1] == other[1];
    }

    private static long doubleArea(List<int[]> ring) {
        var sum = 0L;
        var before = ring.getLast();
        for (var point : ring) {
            sum += (long) before[0] * point[1] - (long) point[0] * before[1];
            before = point;
        }
        return sum;
    }

    /** Commands of one feature, each place told as the step from the one before. */
    private static final class Pen {
        private final List<Integer> commands = new ArrayList<>();
        private int x;
        private int y;

        void command(int command, int times) {
            commands.add(command | times << 3);
        }

        void to(int nextX, int nextY) {
            commands.add(zigzag(nextX - x));
            commands.add(zigzag(nextY - y));
            x = nextX;
            y = nextY;
        }

        void line(List<int[]> line) {
            command(MOVE_TO, 1);
            to(line.getFirst()[0], line.getFirst()[1]);
            command(LINE_TO, line.size() - 1);
            for (var at = 1; at < line.size(); at++) {
                to(line.get(at)[0], line.get(at)[1]);
            }
        }

        private static int zigzag(int value) {
            return value << 1 ^ value >> 31;
        }
    }
}
