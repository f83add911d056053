package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.Block;

/** A tree of nodes that know their parents, and what has come of its steps. */
final class MoveTree {

    /** A block; {@code key} is a step's. */
    static final class Node {
        final Block block;
        final List<Node> kids = new ArrayList<>();

        @Nullable
        Node parent;

        Node(Block block) {
            this.block = block;
        }

        @Nullable
        String key() {
            return block instanceof Block.Step step ? step.key() : null;
        }

        void add(Node kid) {
            kid.parent = this;
            kids.add(kid);
        }
    }

    private final Set<String> holding;
    final Map<String, Boolean> results = new HashMap<>();
    Node root;

    MoveTree(Block tree, Set<String> holding) {
        this.holding = holding;
        this.root = node(tree);
    }

    private static Node node(Block block) {
        var node = new Node(block);
        switch (block) {
            case Block.Step _ -> {}
            case Block.Sequence sequence -> sequence.parts().forEach(part -> node.add(node(part)));
            case Block.Parallel parallel -> parallel.lanes().forEach(lane -> node.add(node(lane)));
            case Block.Choice choice -> {
                choice.branches().forEach(branch -> node.add(node(branch.then())));
                var other = choice.otherwise();
                if (other != null) {
                    node.add(node(other));
                }
            }
        }
        return node;
    }

    // ------------------------------------------------------------------ results

    /** True passed, false failed, null pending. */
    @Nullable
    Boolean result(Node node) {
        return switch (node.block) {
            case Block.Step step -> results.get(step.key());
            case Block.Sequence _ -> {
                for (var kid : node.kids) {
                    var result = result(kid);
                    if (result == null || !result) {
                        yield result;
                    }
                }
                yield true;
            }
            case Block.Parallel parallel -> working(node, parallel).isEmpty() ? certain(node, parallel) : null;
            case Block.Choice choice -> {
                var taken = taken(node, choice);
                yield taken == null ? Boolean.TRUE : result(taken);
            }
        };
    }

    private @Nullable Boolean certain(Node node, Block.Parallel parallel) {
        var passed = 0;
        var failed = 0;
        for (var kid : node.kids) {
            var result = result(kid);
            passed += Boolean.TRUE.equals(result) ? 1 : 0;
            failed += Boolean.FALSE.equals(result) ? 1 : 0;
        }
        var needed = parallel.join().needed(node.kids.size());
        return passed >= needed ? Boolean.TRUE : node.kids.size() - failed < needed ? Boolean.FALSE : null;
    }

    private List<Node> working(Node node, Block.Parallel parallel) {
        var certain = certain(node, parallel) != null;
        return node.kids.stream()
                .filter(kid -> result(kid) == null)
                .filter(kid -> !certain
                        || parallel.others() == Block.Others.FINISH
                        || (parallel.others() == Block.Others.LEAD_FINISHES && leads(kid)))
                .toList();
    }

    private static boolean leads(Node node) {
        return node.block instanceof Block.Step step
                ? step.lead()
                : node.kids.stream().anyMatch(MoveTree::leads);
    }

    private @Nullable Node taken(Node node, Block.Choice choice) {
        for (var at = 0; at < choice.branches().size(); at++) {
            if (holding.contains(choice.branches().get(at).when().source())) {
                return node.kids.get(at);
            }
        }
        return choice.otherwise() == null ? null : node.kids.getLast();
    }

    void openOf(Node node, Set<String> found) {
        if (result(node) != null) {
            return;
        }
        switch (node.block) {
            case Block.Step step -> found.add(step.key());
            case Block.Sequence _ ->
                openOf(
                        node.kids.stream()
                                .filter(kid -> !Boolean.TRUE.equals(result(kid)))
                                .findFirst()
                                .orElseThrow(),
                        found);
            case Block.Parallel parallel -> working(node, parallel).forEach(kid -> openOf(kid, found));
            case Block.Choice choice -> openOf(java.util.Objects.requireNonNull(taken(node, choice)), found);
        }
    }

    // ------------------------------------------------------------------ places

    private @Nullable Node leaf(Node node, String key) {
        if (key.equals(node.key())) {
            return node;
        }
        return node.kids.stream()
                .map(kid -> leaf(kid, key))
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    Node leaf(String key) {
        return java.util.Objects.requireNonNull(leaf(root, key), key);
    }

    private List<Node> way(Node node) {
        var way = new ArrayList<Node>();
        for (Node at = node; at != null; at = at.parent) {
            way.addFirst(at);
        }
        return way;
    }

    /** Whether one step comes after another: where their ways part, in a sequence, and later. */
    boolean after(String earlier, String later) {
        var one = way(leaf(earlier));
        var other = way(leaf(later));
        var at = 0;
        while (at < Math.min(one.size(), other.size()) && one.get(at) == other.get(at)) {
            at++;
        }
        if (at == one.size() || at == other.size()) {
            return false;
        }
        var fork = one.get(at - 1);
        return fork.block instanceof Block.Sequence
                && fork.kids.indexOf(other.get(at)) > fork.kids.indexOf(one.get(at));
    }

    List<String> steps() {
        var all = new ArrayList<String>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<String> all) {
        var key = node.key();
        if (key != null) {
            all.add(key);
        }
        node.kids.forEach(kid -> collect(kid, all));
    }

    private void replace(Node old, Node by) {
        var parent = old.parent;
        if (parent == null) {
            root = by;
            by.parent = null;
        } else {
            parent.kids.set(parent.kids.indexOf(old), by);
            by.parent = parent;
        }
    }

    void insert(Node beside, Block.Step step, Block shape, boolean first) {
        var group = new Node(shape);
        replace(beside, group);
        var added = new Node(step);
        if (first) {
            group.add(added);
            group.add(beside);
        } else {
            group.add(beside);
            group.add(added);
        }
    }

    void remove(String key) {
        var node = leaf(key);
        var group = java.util.Objects.requireNonNull(node.parent);
        var other = group.kids.get(0) == node ? group.kids.get(1) : group.kids.get(0);
        replace(group, other);
    }

    private static boolean holds(Node block, List<String> all) {
        var inside = new ArrayList<String>();
        collect(block, inside);
        return inside.containsAll(all);
    }

    /** The innermost block that holds this step and all steps before it. */
    Node before(String own) {
        var before = steps().stream().filter(step -> after(step, own)).toList();
        var block = leaf(own);
        while (!holds(block, before)) {
            block = java.util.Objects.requireNonNull(block.parent);
        }
        return block;
    }

    static Block.Step step(String key, int days) {
        return new Block.Step(key, key, Block.StepKind.EXAMINE, "any", false, null, null, null, null, null);
    }
}
