package org.zhengtong.data.connectors.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.web.Pages.ContractLine;
import org.zhengtong.data.connectors.web.Pages.SourceLine;

/** Who delivers what to which register: sources on the left, registers on the right, a line for each contract. */
public record FlowPicture(int height, List<Box> sources, List<Box> registers, List<Line> lines) {

    private static final int ROW = 64;
    private static final int RIGHT = 470;

    /** Width of the whole picture. */
    public static final int WIDTH = 680;
    /** Width of a box. */
    public static final int BOX = 200;
    /** Height of a box. */
    public static final int TALL = 46;

    /** A source or a register. */
    public record Box(String href, String name, String below, int x, int y) {

        public int middle() {
            return x + BOX / 2;
        }

        /** As much of a text as fits. */
        public static String fitting(String text) {
            return text.length() <= 13 ? text : text.substring(0, 12) + "…";
        }
    }

    /** A contract. */
    public record Line(String path, long rows, int x, int y, boolean broken, boolean paused) {}

    static FlowPicture of(List<SourceLine> sources) {
        var left = new ArrayList<Box>();
        var right = new LinkedHashMap<String, Box>();
        for (var line : sources) {
            left.add(new Box(
                    "/staff/connectors/sources/" + line.source().id(),
                    line.source().name(),
                    line.department(),
                    10,
                    10 + left.size() * ROW));
            for (var contract : line.contracts()) {
                right.computeIfAbsent(
                        contract.contract().register().value(),
                        code -> new Box(
                                "/staff/registers/" + code, contract.register(), code, RIGHT, 10 + right.size() * ROW));
            }
        }
        var lines = new ArrayList<Line>();
        for (var at = 0; at < sources.size(); at++) {
            for (var contract : sources.get(at).contracts()) {
                lines.add(line(
                        left.get(at),
                        java.util.Objects.requireNonNull(
                                right.get(contract.contract().register().value())),
                        contract));
            }
        }
        var rows = Math.max(left.size(), right.size());
        return new FlowPicture(Math.max(1, rows) * ROW, left, List.copyOf(right.values()), lines);
    }

    private static Line line(Box from, Box to, ContractLine contract) {
        var begin = from.x() + BOX;
        var beginY = from.y() + TALL / 2;
        var endY = to.y() + TALL / 2;
        var half = (begin + to.x()) / 2;
        var last = contract.last();
        return new Line(
                "M%d %dC%d %d %d %d %d %d".formatted(begin, beginY, half, beginY, half, endY, to.x(), endY),
                contract.rows(),
                half,
                (beginY + endY) / 2,
                last != null && (last.state() == Run.State.FAILED || last.state() == Run.State.INTERRUPTED),
                contract.contract().paused());
    }
}
