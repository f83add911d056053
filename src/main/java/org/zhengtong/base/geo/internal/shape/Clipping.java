package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayList;
import java.util.List;

/** Cuts lines and rings at the sides of a square. */
final class Clipping {

    private static final int SIDES = 4;

    private final double least;
    private final double most;

    /** A square from {@code least} to {@code most} in both directions. */
    Clipping(double least, double most) {
        this.least = least;
        this.most = most;
    }

    /** The part of a closed ring inside the square (Sutherland and Hodgman 1974); where it leaves, it follows the side. */
    List<double[]> ring(List<double[]> ring) {
        var left = ring;
        for (var side = 0; side < SIDES && !left.isEmpty(); side++) {
            left = cut(left, side);
        }
        return left;
    }

    private List<double[]> cut(List<double[]> ring, int side) {
        var left = new ArrayList<double[]>();
        var before = ring.getLast();
        for (var point : ring) {
            if (inside(point, side) != inside(before, side)) {
                left.add(crossing(before, point, side));
            }
            if (inside(point, side)) {
                left.add(point);
            }
            before = point;
        }
        return left;
    }

    private boolean inside(double[] point, int side) {
        return side < 2 ? point[side] >= least : point[side - 2] <= most;
    }

    private double[] crossing(double[] from, double[] to, int side) {
        var axis = side % 2;
        var at = side < 2 ? least : most;
        var share = (at - from[axis]) / (to[axis] - from[axis]);
        var other = from[1 - axis] + share * (to[1 - axis] - from[1 - axis]);
        return axis == 0 ? new double[] {at, other} : new double[] {other, at};
    }

    /** The parts of a line inside the square (Liang and Barsky 1984). */
    List<List<double[]>> line(List<double[]> line) {
        var parts = new ArrayList<List<double[]>>();
        List<double[]> part = new ArrayList<>();
        for (var at = 1; at < line.size(); at++) {
            var segment = segment(line.get(at - 1), line.get(at));
            if (segment == null) {
                continue;
            }
            if (part.isEmpty() || !same(part.getLast(), segment[0])) {
                part = new ArrayList<>();
                part.add(segment[0]);
                parts.add(part);
            }
            part.add(segment[1]);
        }
        return parts;
    }

    private static boolean same(double[] one, double[] other) {
        return one[0] == other[0] && one[1] == other[1];
    }

    private double @org.jspecify.annotations.Nullable [][] segment(double[] from, double[] to) {
        var first = 0.0;
        var last = 1.0;
        for (var side = 0; side < SIDES; side++) {
            var axis = side % 2;
            var step = to[axis] - from[axis];
            var room = side < 2 ? from[axis] - least : most - from[axis];
            var pace = side < 2 ? -step : step;
            if (pace == 0 && room < 0) {
                return null;
            }
            if (pace < 0) {
                first = Math.max(first, room / pace);
            } else if (pace > 0) {
                last = Math.min(last, room / pace);
            }
        }
        return first > last ? null : new double[][] {along(from, to, first), along(from, to, last)};
    }

    private static double[] along(double[] from, double[] to, double share) {
        if (share == 0) {
            return from;
        }
        return share == 1
                ? to
                : new double[] {from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])};
    }
}
