package org.zhengtong.app.design.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.NodeKind;
import org.zhengtong.app.design.internal.BpmnGraph.Flow;
import org.zhengtong.app.design.internal.BpmnGraph.Kind;
import org.zhengtong.app.design.internal.BpmnGraph.Shape;

class BpmnGraphTest {

    private static final ItemContent EMPTY = new ItemContent(Map.of(), List.of(), List.of(), List.of(), 0);

    @Test
    void every_fork_has_its_join_and_everything_lies_between_start_and_end() {
        var content = Drawing.addStep(EMPTY, 0);
        content = Drawing.addFork(content, 0, NodeKind.PARALLEL);
        var lane = content.nodes()
                .filter(node -> node.kind() == NodeKind.LANE)
                .findFirst()
                .orElseThrow();
        content = Drawing.addFork(content, lane.id(), NodeKind.CHOICE);
        content = Drawing.addFork(content, 0, NodeKind.PARALLEL);

        var graph = BpmnGraph.of(content.tree(), "start", "end");

        assertThat(count(graph, Kind.START)).isEqualTo(1);
        assertThat(count(graph, Kind.END)).isEqualTo(1);
        assertThat(count(graph, Kind.PARALLEL)).isEqualTo(4);
        assertThat(count(graph, Kind.EXCLUSIVE)).isEqualTo(2);
        assertThat(count(graph, Kind.TASK))
                .isEqualTo(content.nodes()
                        .filter(node -> node.kind() == NodeKind.STEP)
                        .count());
        for (var shape : graph.shapes()) {
            if (shape.id().startsWith("fork-")) {
                var join = graph.shapes().stream()
                        .filter(other -> other.id().equals(shape.id().replace("fork", "join")))
                        .findFirst()
                        .orElseThrow();
                assertThat(join.kind()).isEqualTo(shape.kind());
                assertThat(from(graph, shape)).hasSameSizeAs(to(graph, join));
            }
        }
        assertThat(reached(graph, "start", true)).hasSameSizeAs(graph.shapes());
        assertThat(reached(graph, "end", false)).hasSameSizeAs(graph.shapes());
    }

    @Test
    void no_two_shapes_lie_on_each_other() {
        var content = Drawing.addFork(EMPTY, 0, NodeKind.PARALLEL);
        content = Drawing.addLane(content, 1);
        for (var lane :
                content.nodes().filter(node -> node.kind() == NodeKind.LANE).toList()) {
            content = Drawing.addFork(content, lane.id(), NodeKind.PARALLEL);
        }

        var shapes = BpmnGraph.of(content.tree(), "start", "end").shapes();

        for (var one : shapes) {
            assertThat(shapes)
                    .filteredOn(other -> other != one && overlap(one, other))
                    .isEmpty();
        }
    }

    private static boolean overlap(Shape one, Shape other) {
        return one.left() < other.right()
                && other.left() < one.right()
                && one.top() < other.top() + other.kind().height
                && other.top() < one.top() + one.kind().height;
    }

    @Test
    void a_choice_without_a_remaining_case_can_be_passed_by() {
        var content = Drawing.addFork(EMPTY, 0, NodeKind.CHOICE);
        for (var branch :
                content.nodes().filter(node -> node.kind() == NodeKind.BRANCH).toList()) {
            content = Drawing.state(content, branch.id(), Map.of("when", "answers.a.b == " + branch.id()));
        }

        var graph = BpmnGraph.of(content.tree(), "start", "end");

        assertThat(graph.flows().stream().filter(Flow::otherwise)).hasSize(1);
        assertThat(graph.flows().stream().filter(flow -> flow.when() != null)).hasSize(2);
    }

    private static long count(BpmnGraph graph, Kind kind) {
        return graph.shapes().stream().filter(shape -> shape.kind() == kind).count();
    }

    private static List<Flow> from(BpmnGraph graph, Shape shape) {
        return graph.flows().stream()
                .filter(flow -> flow.from().id().equals(shape.id()))
                .toList();
    }

    private static List<Flow> to(BpmnGraph graph, Shape shape) {
        return graph.flows().stream()
                .filter(flow -> flow.to().id().equals(shape.id()))
                .toList();
    }

    private static Set<String> reached(BpmnGraph graph, String start, boolean forward) {
        var seen = new HashSet<>(Set.of(start));
        var edge = Set.of(start);
        while (!edge.isEmpty()) {
            var now = edge;
            edge = graph.flows().stream()
                    .filter(flow -> now.contains((forward ? flow.from() : flow.to()).id()))
                    .map(flow -> (forward ? flow.to() : flow.from()).id())
                    .filter(seen::add)
                    .collect(Collectors.toSet());
        }
        return seen;
    }
}
