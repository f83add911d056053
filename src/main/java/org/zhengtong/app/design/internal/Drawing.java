package org.zhengtong.app.design.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.zhengtong.app.design.content.ItemContent;
import org.zhengtong.app.design.content.Node;
import org.zhengtong.app.design.content.NodeKind;

/** Changes of the drawing: each gives the content with another tree. The top of the tree has the number 0. */
public final class Drawing {

    private static final String YES = "yes";

    private Drawing() {}

    /** A step at the end of a sequence; the first of a draft leads. */
    public static ItemContent addStep(ItemContent content, int into) {
        var first = content.nodes().noneMatch(node -> node.kind() == NodeKind.STEP);
        return append(content, into, id -> step(id, first));
    }

    private static Node step(int id, boolean lead) {
        var facts = Map.of(
                "kind", "DECIDE",
                "lead", lead ? YES : "",
                "committedUnit", "WORKING_DAYS",
                "statutoryUnit", "WORKING_DAYS");
        return new Node(id, NodeKind.STEP, facts, List.of());
    }

    /** Two lanes beside each other, or two branches, at the end of a sequence. */
    public static ItemContent addFork(ItemContent content, int into, NodeKind kind) {
        var facts =
                kind == NodeKind.PARALLEL ? Map.of("join", "ALL", "others", "LEAD_FINISHES") : Map.<String, String>of();
        var added = append(content, into, id -> new Node(id, kind, facts, List.of()));
        var fork = added.lastNumber();
        return addLane(addLane(added, fork), fork);
    }

    /** One more lane with a step, or one more branch. */
    public static ItemContent addLane(ItemContent content, int fork) {
        var parallel = content.node(fork)
                .filter(node -> node.kind() == NodeKind.PARALLEL)
                .isPresent();
        var kind = parallel ? NodeKind.LANE : NodeKind.BRANCH;
        var added = append(content, fork, id -> new Node(id, kind, Map.of(), List.of()));
        return addStep(added, added.lastNumber());
    }

    private static ItemContent append(ItemContent content, int into, Function<Integer, Node> make) {
        var numbered = content.numbered();
        var node = make.apply(numbered.lastNumber());
        if (into == 0) {
            return numbered.withTree(with(numbered.tree(), node));
        }
        return numbered.withTree(change(numbered.tree(), into, parent -> parent.with(with(parent.children(), node))));
    }

    private static List<Node> with(List<Node> nodes, Node more) {
        var all = new ArrayList<>(nodes);
        all.add(more);
        return all;
    }

    private static List<Node> change(List<Node> nodes, int id, UnaryOperator<Node> change) {
        return nodes.stream()
                .map(node -> node.id() == id ? change.apply(node) : node.with(change(node.children(), id, change)))
                .toList();
    }

    /** Facts of one piece; who leads now takes the lead from whoever had it. */
    public static ItemContent state(ItemContent content, int id, Map<String, String> facts) {
        var tree = content.tree();
        if (YES.equals(facts.get("lead"))) {
            tree = everywhere(tree, node -> node.id() == id ? node : node.stating(Map.of("lead", "")));
        }
        return content.withTree(change(tree, id, node -> node.stating(facts)));
    }

    private static List<Node> everywhere(List<Node> nodes, UnaryOperator<Node> change) {
        return nodes.stream()
                .map(node -> change.apply(node).with(everywhere(node.children(), change)))
                .toList();
    }

    /** One place up or down among its like; at the end nothing changes. */
    public static ItemContent move(ItemContent content, int id, int by) {
        return content.withTree(moved(content.tree(), id, by));
    }

    private static List<Node> moved(List<Node> nodes, int id, int by) {
        var list = new ArrayList<>(nodes);
        for (var place = 0; place < list.size(); place++) {
            if (list.get(place).id() == id) {
                var other = place + by;
                if (other >= 0 && other < list.size()) {
                    Collections.swap(list, place, other);
                }
                return list;
            }
        }
        return nodes.stream()
                .map(node -> node.with(moved(node.children(), id, by)))
                .toList();
    }

    /** Without a piece and all in it. */
    public static ItemContent remove(ItemContent content, int id) {
        return content.withTree(without(content.tree(), id));
    }

    private static List<Node> without(List<Node> nodes, int id) {
        return nodes.stream()
                .filter(node -> node.id() != id)
                .map(node -> node.with(without(node.children(), id)))
                .toList();
    }
}
