package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;

/**
 * A drawing as a graph of BPMN: every fork has its join, and each has its place on paper. From left to right goes time; lanes
 * stand below each other.
 */
final class BpmnGraph {

    private static final int GAP = 50;
    private static final int ROW = 120;

    private final List<Shape> shapes = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();

    private BpmnGraph() {}

    /** What a shape is. */
    enum Kind {
        START("startEvent", 36, 36),
        END("endEvent", 36, 36),
        TASK("userTask", 120, 80),
        PARALLEL("parallelGateway", 50, 50),
        /** The join of a parallel that goes on before all its lanes have passed. */
        COMPLEX("complexGateway", 50, 50),
        EXCLUSIVE("exclusiveGateway", 50, 50);

        final String element;
        final int width;
        final int height;

        Kind(String element, int width, int height) {
            this.element = element;
            this.width = width;
            this.height = height;
        }
    }

    /**
     * An element with its place.
     *
     * @param node what was drawn; null for start and end
     * @param middle height of its middle
     */
    record Shape(
            String id, Kind kind, String name, @Nullable Node node, int left, int middle) {
        int top() {
            return middle - kind.height / 2;
        }

        int right() {
            return left + kind.width;
        }
    }

    /** A way from one to the other; with a condition, or the one that is left ({@code otherwise}). */
    record Flow(String id, Shape from, Shape to, @Nullable String when, boolean otherwise) {}

    /** Where drawing goes on: the last shape, and the condition of the next way. */
    private record Pen(Shape last, @Nullable String when, boolean otherwise) {
        static Pen at(Shape last) {
            return new Pen(last, null, false);
        }
    }

    static BpmnGraph of(List<Node> tree, String start, String end) {
        var graph = new BpmnGraph();
        var height = tree.stream().mapToInt(BpmnGraph::rows).max().orElse(1);
        var middle = GAP + height * ROW / 2;
        var first = graph.add(new Shape("start", Kind.START, start, null, GAP, middle));
        var pen = graph.sequence(tree, Pen.at(first));
        var last = graph.add(new Shape("end", Kind.END, end, null, pen.last().right() + GAP, middle));
        graph.connect(pen, last);
        return graph;
    }

    List<Shape> shapes() {
        return shapes;
    }

    List<Flow> flows() {
        return flows;
    }

    private Shape add(Shape shape) {
        shapes.add(shape);
        return shape;
    }

    private void connect(Pen pen, Shape to) {
        flows.add(new Flow("flow-" + (flows.size() + 1), pen.last(), to, pen.when(), pen.otherwise()));
    }

    /** How many rows a piece needs. */
    private static int rows(Node node) {
        return node.kind().fork()
                ? Math.max(1, node.children().stream().mapToInt(BpmnGraph::rows).sum())
                : node.children().stream().mapToInt(BpmnGraph::rows).max().orElse(1);
    }

    private Pen sequence(List<Node> nodes, Pen pen) {
        var on = pen;
        for (var node : nodes) {
            on = node.kind() == NodeKind.STEP ? step(node, on) : fork(node, on);
        }
        return on;
    }

    private Pen step(Node node, Pen pen) {
        var task = add(new Shape(
                node.stepKey(),
                Kind.TASK,
                node.fact("title"),
                node,
                pen.last().right() + GAP,
                pen.last().middle()));
        connect(pen, task);
        return Pen.at(task);
    }

    private Pen fork(Node node, Pen pen) {
        var choice = node.kind() == NodeKind.CHOICE;
        var middle = pen.last().middle();
        var opens = add(new Shape(
                "fork-" + node.id(),
                choice ? Kind.EXCLUSIVE : Kind.PARALLEL,
                node.fact("title"),
                node,
                pen.last().right() + GAP,
                middle));
        connect(pen, opens);
        var ends = new ArrayList<Pen>();
        var top = middle - rows(node) * ROW / 2;
        for (var lane : node.children()) {
            var rows = rows(lane);
            ends.add(lane(lane, opens, top + rows * ROW / 2, choice));
            top += rows * ROW;
        }
        if (choice
                && node.children().stream()
                        .noneMatch(branch -> branch.fact("when").isBlank())) {
            ends.add(new Pen(opens, null, true));
        }
        var right = ends.stream().mapToInt(end -> end.last().right()).max().orElse(opens.right());
        var joins = add(new Shape("join-" + node.id(), join(node), "", node, right + GAP, middle));
        ends.forEach(end -> connect(end, joins));
        return Pen.at(joins);
    }

    private static Kind join(Node node) {
        if (node.kind() == NodeKind.CHOICE) {
            return Kind.EXCLUSIVE;
        }
        return "ALL".equals(node.fact("join")) ? Kind.PARALLEL : Kind.COMPLEX;
    }

    /** A lane begins at the height of its own row. */
    private Pen lane(Node lane, Shape opens, int middle, boolean choice) {
        var when = lane.fact("when").isBlank() ? null : lane.fact("when");
        if (lane.children().isEmpty()) {
            return new Pen(opens, when, choice && when == null);
        }
        var from = flows.size();
        var lowered = new Shape(opens.id(), opens.kind(), opens.name(), opens.node(), opens.left(), middle);
        var end = sequence(lane.children(), new Pen(lowered, when, choice && when == null));
        var first = flows.get(from);
        flows.set(from, new Flow(first.id(), opens, first.to(), first.when(), first.otherwise()));
        return end;
    }
}
