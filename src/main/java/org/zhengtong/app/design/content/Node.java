package org.zhengtong.app.design.content;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A piece of the drawing with what was typed for it.
 *
 * @param id unique in the draft, never used again
 * @param facts fields as typed: title, department, limits of a step; join and others of a parallel; when of a branch
 */
public record Node(int id, NodeKind kind, Map<String, String> facts, List<Node> children) {
    public Node {
        facts = Map.copyOf(facts);
        children = List.copyOf(children);
    }

    /** A fact as typed; empty when nothing was. */
    public String fact(String name) {
        return facts.getOrDefault(name, "");
    }

    /** The same with other children. */
    public Node with(List<Node> others) {
        return new Node(id, kind, facts, others);
    }

    /** The same with these facts in the place of its own. */
    public Node stating(Map<String, String> others) {
        var all = new LinkedHashMap<>(facts);
        all.putAll(others);
        return new Node(id, kind, all, children);
    }

    /** It and everything in it. */
    public Stream<Node> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
    }

    /** Key of a step in the procedure. */
    public String stepKey() {
        return "step-" + id;
    }
}
