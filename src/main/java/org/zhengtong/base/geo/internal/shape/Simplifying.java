package org.zhengtong.base.geo.internal.shape;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Leaves out points that nobody would see (Douglas and Peucker 1973), without recursion. */
final class Simplifying {

    private Simplifying() {}

    /** The line with those points only that lie farther than {@code tolerance} from a straight one; ends are kept. */
    static List<double[]> simplify(List<double[]> line, double tolerance) {
        if (line.size() < 3) {
            return line;
        }
        var kept = new BitSet(line.size());
        kept.set(0);
        kept.set(line.size() - 1);
        var open = new ArrayDeque<int[]>();
        open.push(new int[] {0, line.size() - 1});
        while (!open.isEmpty()) {
            var part = open.pop();
            var farthest = farthest(line, part[0], part[1], tolerance);
            if (farthest > 0) {
                kept.set(farthest);
                open.push(new int[] {part[0], farthest});
                open.push(new int[] {farthest, part[1]});
            }
        }
        var simple = new ArrayList<double[]>(kept.cardinality());
        kept.stream().forEach(at -> simple.add(line.get(at)));
        return simple;
    }

    private static int farthest(List<double[]> line, int from, int to, double tolerance) {
        var most = tolerance * tolerance;
        var farthest = 0;
        for (var at = from + 1; at < to; at++) {
            var off = squareFromSegment(line.get(at), line.get(from), line.get(to));
            if (off > most) {
                most = off;
                farthest = at;
            }
        }
        return farthest;
    }

    private static double squareFromSegment(double[] point, double[] from, double[] to) {
        var dx = to[0] - from[0];
        var dy = to[1] - from[1];
        var length = dx * dx + dy * dy;
        var along =
                length == 0 ? 0 : Math.clamp(((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / length, 0, 1);
        var offX = point[0] - from[0] - along * dx;
        var offY = point[1] - from[1] - along * dy;
        return offX * offX + offY * offY;
    }
}
