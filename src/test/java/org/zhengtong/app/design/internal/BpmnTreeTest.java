package org.zhengtong.app.design.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;

/** Drawings of other tools are read as far as they are structured; the rest is said. */
class BpmnTreeTest {

    private static final ItemContent EMPTY = new ItemContent(Map.of(), List.of(), List.of(), List.of(), 0);

    private static BpmnTree.Taken read(String process) throws BpmnFile.Unreadable {
        var file = """
                <?xml version="1.0" encoding="UTF-8"?>
                <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                    xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" targetNamespace="http://bpmn.io/schema/bpmn">
                <bpmn:process id="p" isExecutable="true">%s</bpmn:process>
                <bpmndi:BPMNDiagram id="d"/></bpmn:definitions>""".formatted(process);
        return BpmnTree.into(
                EMPTY,
                BpmnFile.read(file.getBytes(StandardCharsets.UTF_8)),
                lane -> Optional.of("370100.taxation").filter(_ -> lane.equals("税务局")));
    }

    /** {@code a>b>c} as ways; {@code task:} before a name makes it one, {@code +} a parallel, {@code ?} a choice. */
    private static String flow(String... chains) {
        var elements = new java.util.TreeMap<String, String>();
        var ways = new StringBuilder();
        var number = 0;
        for (var chain : chains) {
            var names = chain.split(">");
            for (var at = 0; at < names.length; at++) {
                elements.put(names[at], element(names[at]));
                if (at > 0) {
                    ways.append("<bpmn:sequenceFlow id='f%d' sourceRef='%s' targetRef='%s'/>"
                            .formatted(number++, names[at - 1], names[at]));
                }
            }
        }
        return String.join("", elements.values()) + ways;
    }

    private static String element(String name) {
        var type = switch (name.charAt(0)) {
            case 's' -> "startEvent";
            case 'e' -> "endEvent";
            case 'p' -> "parallelGateway";
            case 'x' -> "exclusiveGateway";
            case 'i' -> "inclusiveGateway";
            case 'r' -> "serviceTask";
            case 'w' -> "intermediateCatchEvent";
            case 'u' -> "subProcess";
            default -> "userTask";
        };
        return "<bpmn:%s id='%s' name='%s'><bpmn:incoming>x</bpmn:incoming></bpmn:%s>"
                .formatted(type, name, name, type);
    }

    /** {@code A(B,C)D} for steps, forks and what follows. */
    private static String drawn(List<Node> nodes) {
        return nodes.stream()
                .map(node -> switch (node.kind()) {
                    case STEP -> node.fact("title");
                    case PARALLEL, CHOICE ->
                        (node.kind() == NodeKind.CHOICE ? "?" : "+")
                                + node.children().stream()
                                        .map(lane -> drawn(lane.children()))
                                        .collect(Collectors.joining(",", "(", ")"));
                    case LANE, BRANCH -> "wrong";
                })
                .collect(Collectors.joining());
    }

    private static String said(BpmnTree.Taken taken) {
        return taken.notes().stream()
                .map(note -> note.key() + note.arguments())
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void steps_lanes_and_branches_within_each_other() throws Exception {
        var taken = read(flow("s>A>p1>B>p2>e", "p1>x1>C>x2>p2", "x1>D>x2"));

        assertThat(drawn(taken.content().tree())).isEqualTo("A+(B,?(C,D))");
        assertThat(taken.content()
                        .nodes()
                        .filter(node -> node.fact("lead").equals("yes"))
                        .map(node -> node.fact("title")))
                .containsExactly("A");
    }

    @Test
    void two_forks_may_share_a_join() throws Exception {
        assertThat(drawn(read(flow("s>x1>A>x3>e", "x1>x2>B>x3", "x2>C>x3"))
                        .content()
                        .tree()))
                .isEqualTo("?(A,?(B,C))");
    }

    @Test
    void a_way_back_is_left_out_and_said() throws Exception {
        var taken = read(flow("s>A>x1>B>e", "x1>A"));

        assertThat(drawn(taken.content().tree())).isEqualTo("AB");
        assertThat(said(taken)).isEqualTo("back[x1, A]");
    }

    @Test
    void what_does_not_pair_is_taken_in_an_order_and_said() throws Exception {
        var taken = read(flow("s>p1>A>p2>C>p3>e", "p1>B>p2", "A>p3"));

        assertThat(taken.content().nodes().map(node -> node.fact("title"))).contains("A", "B", "C");
        assertThat(said(taken)).contains("crossing");
    }

    @Test
    void other_kinds_of_elements_become_steps_or_are_left_out() throws Exception {
        var taken = read(flow("s>r1>w1>u1>i1>A>i2>e", "i1>B>i2", "Z")
                + "<bpmn:boundaryEvent id='b' name='到期' attachedToRef='A'/><bpmn:textAnnotation id='t'/>");

        assertThat(drawn(taken.content().tree())).isEqualTo("r1u1+(A,B)");
        assertThat(said(taken))
                .isEqualTo("automatic[r1] event[w1] event[到期] inclusive[i1] not_reached[Z] one_step[u1] remarks[1]");
    }

    @Test
    void lanes_that_are_called_like_departments_hold_their_steps() throws Exception {
        var taken = read(
                "<bpmn:laneSet id='l'><bpmn:lane id='l1' name='税务局'><bpmn:flowNodeRef>A</bpmn:flowNodeRef></bpmn:lane>"
                        + "<bpmn:lane id='l2' name='申请人'><bpmn:flowNodeRef>B</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>"
                        + flow("s>A>B>e"));

        assertThat(taken.content().nodes().map(node -> node.fact("department"))).containsExactly("370100.taxation", "");
        assertThat(said(taken)).isEqualTo("lane_unknown[申请人]");
    }

    @Test
    void a_file_that_is_none_is_refused_with_its_line() {
        assertThatThrownBy(() -> BpmnFile.read("<a/>".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BpmnFile.Unreadable.class);
        assertThatThrownBy(() -> read("\n<bpmn:userTask id='a'>"))
                .isInstanceOfSatisfying(
                        BpmnFile.Unreadable.class,
                        wrong -> assertThat(wrong.line).isGreaterThan(1));
        assertThatThrownBy(() -> BpmnFile.read("""
                        <!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>""".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(BpmnFile.Unreadable.class);
    }

    /** What we wrote we read again as it was, but for numbers. */
    @Property(tries = 40)
    void our_own_files_come_back_as_they_were(@ForAll("trees") List<Node> tree) throws Exception {
        var text = BpmnFixtures.text(tree);

        var taken = BpmnTree.into(EMPTY, BpmnFile.read(text.getBytes(StandardCharsets.UTF_8)), _ -> Optional.empty());

        assertThat(taken.notes()).isEmpty();
        assertThat(facts(taken.content().tree())).isEqualTo(facts(tree));
    }

    private static List<Object> facts(List<Node> nodes) {
        return nodes.stream()
                .map(node -> {
                    var facts = new java.util.TreeMap<>(node.facts());
                    facts.values().removeIf(String::isBlank);
                    facts.remove("lead");
                    return (Object) List.of(node.kind(), facts, facts(node.children()));
                })
                .toList();
    }

    @Provide
    Arbitrary<List<Node>> trees() {
        return sequence(2)
                .filter(nodes -> nodes.stream().flatMap(Node::all).anyMatch(node -> node.kind() == NodeKind.STEP));
    }

    private static Arbitrary<List<Node>> sequence(int depth) {
        return piece(depth).list().ofMinSize(1).ofMaxSize(3);
    }

    private static Arbitrary<Node> piece(int depth) {
        var step = Arbitraries.of("审查", "复核", "")
                .flatMap(title -> Arbitraries.of("370100.taxation", "")
                        .map(department -> node(
                                NodeKind.STEP,
                                Map.of(
                                        "title", title,
                                        "department", department,
                                        "kind", "DECIDE",
                                        "committed", "3",
                                        "committedUnit", "WORKING_DAYS",
                                        "statutoryUnit", "WORKING_DAYS"),
                                List.of())));
        if (depth == 0) {
            return step;
        }
        var parallel = sequence(depth - 1)
                .map(nodes -> node(NodeKind.LANE, Map.of(), nodes))
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .flatMap(lanes -> Arbitraries.of(
                                Map.of("join", "ALL", "others", "CANCEL"),
                                Map.of("join", "ANY", "others", "FINISH"),
                                Map.of("join", "COUNT", "count", "2", "others", "LEAD_FINISHES"))
                        .map(facts -> node(NodeKind.PARALLEL, facts, lanes)));
        var choice = sequence(depth - 1)
                .list()
                .ofMinSize(2)
                .ofMaxSize(3)
                .flatMap(branches -> Arbitraries.of(true, false)
                        .map(otherwise -> node(NodeKind.CHOICE, Map.of("title", "分"), branches(branches, otherwise))));
        return Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(4, step),
                net.jqwik.api.Tuple.of(1, parallel),
                net.jqwik.api.Tuple.of(1, choice));
    }

    private static List<Node> branches(List<List<Node>> inside, boolean otherwise) {
        var branches = new java.util.ArrayList<Node>();
        for (var at = 0; at < inside.size(); at++) {
            var last = otherwise && at == inside.size() - 1;
            branches.add(node(
                    NodeKind.BRANCH,
                    last ? Map.of() : Map.of("when", "answers.a.b == \"<" + at + "&\""),
                    inside.get(at)));
        }
        return branches;
    }

    private static Node node(NodeKind kind, Map<String, String> facts, List<Node> children) {
        return new Node(BpmnFixtures.next(), kind, facts, children);
    }
}
