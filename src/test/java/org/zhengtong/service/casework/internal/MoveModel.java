package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.service.casework.Block;

/** The rules said once more, plainly: a tree of nodes that know their parents, results, and for each step its days one by one. */
final class MoveModel {

    static final int JOINT = 20;
    static final int MORE = 4;

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

    /** One time that a step is done: its first day, its days, and those on which it stood still. */
    static final class Round {
        final LocalDate start;
        int days;
        final Set<LocalDate> still = new HashSet<>();

        @Nullable
        LocalDate since;

        int left;

        Round(LocalDate start, int days) {
            this.start = start;
            this.days = days;
        }
    }

    /** Who must sign: so many of those asked. */
    static final class Group {
        int needed;
        int agreed;
        int open;
        boolean taken;

        boolean failed() {
            return !taken && agreed < needed && agreed + open < needed;
        }
    }

    record Amendment(int serial, String key, String anchor, boolean recheck) {}

    private final Set<String> holding;
    private final Predicate<LocalDate> working;
    private Node root;
    final Map<String, Boolean> results = new HashMap<>();
    final Map<String, Round> rounds = new HashMap<>();
    final Map<String, LocalDate> doneOn = new HashMap<>();
    final Set<String> open = new TreeSet<>();
    final Map<String, List<Group>> groups = new HashMap<>();
    final Set<String> extended = new HashSet<>();
    final List<Amendment> bound = new ArrayList<>();
    final Map<String, Integer> limits = new HashMap<>();
    final Round joint;
    int amendments;
    String state = "ACCEPTED";
    LocalDate today;

    MoveModel(Block tree, Set<String> holding, LocalDate on, Predicate<LocalDate> working) {
        this.working = working;
        this.holding = holding;
        this.today = on;
        this.root = node(tree);
        this.joint = new Round(on, JOINT);
        tree.steps()
                .forEach(step -> limits.put(
                        step.key(),
                        java.util.Objects.requireNonNull(step.committed()).amount()));
        settle();
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
    private @Nullable Boolean result(Node node) {
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
                : node.kids.stream().anyMatch(MoveModel::leads);
    }

    private @Nullable Node taken(Node node, Block.Choice choice) {
        for (var at = 0; at < choice.branches().size(); at++) {
            if (holding.contains(choice.branches().get(at).when().source())) {
                return node.kids.get(at);
            }
        }
        return choice.otherwise() == null ? null : node.kids.getLast();
    }

    private void openOf(Node node, Set<String> found) {
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

    private Node leaf(String key) {
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
    private boolean after(String earlier, String later) {
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

    boolean isRecheck(String key) {
        return key.startsWith(":recheck");
    }

    List<String> places(String own) {
        var before = steps().stream().filter(step -> after(step, own)).toList();
        var places = new ArrayList<>(before.stream()
                .filter(step -> results.containsKey(step) && opens(step))
                .toList());
        if (!isRecheck(own) && before.stream().noneMatch(this::isRecheck)) {
            places.add("intake");
        }
        return places;
    }

    /** Whether the step would be open if it and all after it were undone. */
    private boolean opens(String target) {
        var kept = new HashMap<>(results);
        steps().stream()
                .filter(step -> step.equals(target) || after(target, step))
                .forEach(results::remove);
        var then = new TreeSet<String>();
        openOf(root, then);
        results.putAll(kept);
        return then.contains(target);
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

    private void insert(Node beside, Block.Step step, Block shape, boolean first) {
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

    private void remove(String key) {
        var node = leaf(key);
        var group = java.util.Objects.requireNonNull(node.parent);
        var other = group.kids.get(0) == node ? group.kids.get(1) : group.kids.get(0);
        replace(group, other);
    }

    // ------------------------------------------------------------------ moves

    boolean paused(String step) {
        return round(step).since != null;
    }

    Round round(String step) {
        return java.util.Objects.requireNonNull(rounds.get(step), step);
    }

    void decide(String step, boolean granted) {
        results.put(step, granted);
        doneOn.put(step, today);
        end(step);
        settle();
    }

    boolean mayRecall(String step) {
        if (!results.containsKey(step) || !today.equals(doneOn.get(step))) {
            return false;
        }
        var result = results.remove(step);
        var then = new TreeSet<String>();
        openOf(root, then);
        then.remove(step);
        results.put(step, result);
        return then.equals(open);
    }

    void recall(String step) {
        results.remove(step);
        open.add(step);
    }

    void sendBack(String own, String place) {
        var target = place;
        var undone = new HashSet<String>();
        if (place.equals("intake")) {
            target = recheck(own);
            for (var one : List.copyOf(bound)) {
                if (one.recheck() && after(target, one.key())) {
                    undone.add(one.key());
                    bound.remove(one);
                }
            }
            undone.forEach(this::remove);
        }
        undone.add(target);
        for (var step : steps()) {
            if (after(target, step)) {
                undone.add(step);
            }
        }
        undone.forEach(results::remove);
        undone.stream().filter(open::contains).toList().forEach(this::end);
        settle();
    }

    /** Before the innermost block that holds this step and all steps before it. */
    private String recheck(String own) {
        var before = steps().stream().filter(step -> after(step, own)).toList();
        var block = leaf(own);
        while (!holds(block, before)) {
            block = java.util.Objects.requireNonNull(block.parent);
        }
        var key = amend("recheck", own, 1);
        insert(block, step(key, 1), new Block.Sequence(List.of()), true);
        return key;
    }

    private static boolean holds(Node block, List<String> all) {
        var inside = new ArrayList<String>();
        collect(block, inside);
        return inside.containsAll(all);
    }

    private String amend(String kind, String anchor, int days) {
        amendments++;
        var key = ":" + kind + "-" + amendments;
        limits.put(key, days);
        bound.add(new Amendment(amendments, key, anchor, kind.equals("recheck")));
        return key;
    }

    private static Block.Step step(String key, int days) {
        return new Block.Step(key, key, Block.StepKind.EXAMINE, "any", false, null, null, null, null, null);
    }

    void add(String own, int days, boolean beside) {
        var key = amend("added", own, days);
        var shape = beside
                ? new Block.Parallel(List.of(), new Block.Join.All(), Block.Others.FINISH)
                : new Block.Sequence(List.of());
        insert(leaf(own), step(key, days), shape, !beside);
        if (!beside) {
            end(own);
        }
        settle();
    }

    boolean mayTakeBack(Amendment one) {
        return !one.recheck()
                && !results.containsKey(one.key())
                && bound.stream().noneMatch(other -> other.anchor().equals(one.key()));
    }

    void takeBack(Amendment one) {
        bound.remove(one);
        remove(one.key());
        if (open.contains(one.key())) {
            end(one.key());
        }
        settle();
    }

    void pause(String step) {
        round(step).since = today;
    }

    void resume(String step) {
        var round = round(step);
        var since = java.util.Objects.requireNonNull(round.since);
        since.datesUntil(today).forEach(day -> {
            round.still.add(day);
            joint.still.add(day);
        });
        round.since = null;
    }

    void withdraw() {
        List.copyOf(open).forEach(this::end);
        state = "WITHDRAWN";
    }

    /** The step is not open any more: what was paused goes on, and so many days are left for another time. */
    private void end(String step) {
        var round = round(step);
        if (round.since != null) {
            resume(step);
        }
        var due = java.util.Objects.requireNonNull(due(round));
        var left = 0;
        for (var day = today.plusDays(1); !day.isAfter(due); day = day.plusDays(1)) {
            left += works(day) ? 1 : 0;
        }
        round.left = Math.min(round.days, Math.max(1, left));
        open.remove(step);
        groups.remove(step);
    }

    private void settle() {
        var wanted = new TreeSet<String>();
        openOf(root, wanted);
        open.stream().filter(step -> !wanted.contains(step)).toList().forEach(this::end);
        for (var step : wanted) {
            if (open.add(step)) {
                var before = rounds.get(step);
                rounds.put(
                        step,
                        new Round(
                                today,
                                before == null ? java.util.Objects.requireNonNull(limits.get(step)) : before.left));
            }
        }
        var result = result(root);
        if (result != null) {
            state = result ? "GRANTED" : "DENIED";
        }
    }

    // ------------------------------------------------------------------ days

    @Nullable
    LocalDate due(String step) {
        return due(round(step));
    }

    @Nullable
    LocalDate jointDue() {
        joint.since = open.stream()
                .map(step -> round(step).since)
                .filter(java.util.Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(null);
        return due(joint);
    }

    /** Day by day: one that stands still does not count, a stop without an end has no last day. */
    private @Nullable LocalDate due(Round round) {
        var day = round.start;
        for (var left = round.days; left > 0; ) {
            day = day.plusDays(1);
            if (round.since != null && !day.isBefore(round.since)) {
                return null;
            }
            left -= works(day) && !round.still.contains(day) ? 1 : 0;
        }
        return day;
    }

    boolean works(LocalDate day) {
        return working.test(day);
    }
}
