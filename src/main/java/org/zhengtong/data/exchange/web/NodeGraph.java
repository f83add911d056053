package org.zhengtong.data.exchange.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeLevel;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.look.ChannelSearch;

/** Who exchanges with whom as a picture: one row for each level, this node among them. */
public record NodeGraph(int width, int height, List<Box> boxes, List<Edge> edges) {

    private static final int BOX = 168;
    private static final int GAP = 40;
    private static final int TALL = 52;
    private static final int ROW = 124;
    private static final int NARROWEST = 280;

    /** A node. */
    public record Box(String code, String name, int x, int y, boolean own, boolean revoked, boolean vouched) {

        public int width() {
            return BOX;
        }

        public int height() {
            return TALL;
        }

        /** Middle of the box. */
        public int middle() {
            return x + BOX / 2;
        }

        /** As much of the name as fits. */
        public String shortName() {
            return name.length() <= 11 ? name : name.substring(0, 10) + "…";
        }
    }

    /** What goes between two nodes; labelled with what went there and what came. */
    public record Edge(int x1, int y1, int x2, int y2, long sent, long received, boolean waiting, boolean broken) {

        public int labelX() {
            return (x1 + x2) / 2;
        }

        public int labelY() {
            return (y1 + y2) / 2;
        }

        /** Whether there is anything to write on it. */
        public boolean busy() {
            return sent + received > 0;
        }

        /** Nodes of one row are joined by an arc below the others. */
        public String path() {
            return y1 == y2
                    ? "M%d %d Q%d %d %d %d".formatted(x1, y1, labelX(), y1 + ROW - TALL, x2, y2)
                    : "M%d %dL%d %d".formatted(x1, y1, x2, y2);
        }
    }

    static NodeGraph of(OwnNode own, List<ExchangeNode> nodes, List<ChannelSearch.Line> channels) {
        var rows = new EnumMap<NodeLevel, List<Box>>(NodeLevel.class);
        for (var node : nodes) {
            rows.computeIfAbsent(node.level(), level -> new ArrayList<>())
                    .add(new Box(
                            node.code().value(),
                            node.name(),
                            0,
                            0,
                            false,
                            node.standing() == NodeStanding.REVOKED,
                            node.standing() == NodeStanding.VOUCHED));
        }
        var ownRow = rows.computeIfAbsent(own.level(), level -> new ArrayList<>());
        ownRow.add(ownRow.size() / 2, new Box(own.code().value(), own.name(), 0, 0, true, false, false));
        var widest = rows.values().stream().mapToInt(List::size).max().orElse(1);
        var width = Math.max(NARROWEST, widest * (BOX + GAP) + GAP);
        var placed = new HashMap<String, Box>();
        var y = 16;
        for (var row : rows.values()) {
            place(row, width, y, placed);
            y += ROW;
        }
        var arcs = ownRow.size() > 1 ? 30 : 0;
        return new NodeGraph(
                width, y - ROW + TALL + 16 + arcs, List.copyOf(placed.values()), edges(own, nodes, channels, placed));
    }

    private static void place(List<Box> row, int width, int y, Map<String, Box> placed) {
        var left = (width - row.size() * (BOX + GAP) + GAP) / 2;
        for (var box : row) {
            placed.put(box.code(), new Box(box.code(), box.name(), left, y, box.own(), box.revoked(), box.vouched()));
            left += BOX + GAP;
        }
    }

    private static List<Edge> edges(
            OwnNode own, List<ExchangeNode> nodes, List<ChannelSearch.Line> channels, Map<String, Box> placed) {
        var edges = new ArrayList<Edge>();
        for (var node : nodes) {
            var via = node.via();
            var from = placed.get(via == null ? own.code().value() : via.value());
            var to = placed.get(node.code().value());
            if (from != null && to != null) {
                edges.add(edge(from, to, channels, node));
            }
        }
        return edges;
    }

    private static Edge edge(Box from, Box to, List<ChannelSearch.Line> channels, ExchangeNode node) {
        var mine = channels.stream()
                .filter(line -> line.node().equals(node.code().value()))
                .toList();
        var sent = mine.stream()
                .filter(ChannelSearch.Line::outgoing)
                .mapToLong(ChannelSearch.Line::count)
                .sum();
        var all = mine.stream().mapToLong(ChannelSearch.Line::count).sum();
        var down = to.y() > from.y();
        var level = to.y() == from.y();
        return new Edge(
                from.middle(),
                level ? from.y() + TALL : down ? from.y() + TALL : from.y(),
                to.middle(),
                level ? to.y() + TALL : down ? to.y() : to.y() + TALL,
                sent,
                all - sent,
                mine.stream().anyMatch(line -> line.waiting() > 0),
                node.standing() == NodeStanding.REVOKED);
    }
}
