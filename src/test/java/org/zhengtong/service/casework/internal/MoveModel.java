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

    private final Predicate<LocalDate> working;
    private final MoveTree tree;
    final Map<String, Boolean> results;
    final Map<String, Round> rounds = new HashMap<>();
    final Map<String, LocalDate> doneOn = new HashMap<>();
    final Set<String> open = new TreeSet<>();
    final Map<String, List<Group>> groups = new HashMap<>();
    final Set<String> extended = new HashSet<>();
    final List<Amendment> bound = new ArrayList<>();
    final Map<String, Integer> limits = new HashMap<>();
    Round joint;
    int amendments;
    String state = "ACCEPTED";

    /** Since when the whole case is suspended; the days of earlier suspensions. */
    @Nullable
    LocalDate suspendedSince;

    private final Set<LocalDate> suspendedDays = new HashSet<>();
    LocalDate today;

    MoveModel(Block tree, Set<String> holding, LocalDate on, Predicate<LocalDate> working) {
        this.working = working;
        this.today = on;
        this.tree = new MoveTree(tree, holding);
        this.results = this.tree.results;
        this.joint = new Round(on, JOINT);
        tree.steps()
                .forEach(step -> limits.put(
                        step.key(),
                        java.util.Objects.requireNonNull(step.committed()).amount()));
        settle();
    }

    boolean isRecheck(String key) {
        return key.startsWith(":recheck");
    }

    List<String> steps() {
        return tree.steps();
    }

    List<String> places(String own) {
        var before = tree.steps().stream().filter(step -> tree.after(step, own)).toList();
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
        tree.steps().stream()
                .filter(step -> step.equals(target) || tree.after(target, step))
                .forEach(results::remove);
        var then = new TreeSet<String>();
        tree.openOf(tree.root, then);
        results.putAll(kept);
        return then.contains(target);
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
        tree.openOf(tree.root, then);
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
                if (one.recheck() && tree.after(target, one.key())) {
                    undone.add(one.key());
                    bound.remove(one);
                }
            }
            undone.forEach(tree::remove);
        }
        undone.add(target);
        for (var step : tree.steps()) {
            if (tree.after(target, step)) {
                undone.add(step);
            }
        }
        undone.forEach(results::remove);
        undone.stream().filter(open::contains).toList().forEach(this::end);
        settle();
    }

    /** Before the innermost block that holds this step and all steps before it. */
    private String recheck(String own) {
        var block = tree.before(own);
        var key = amend("recheck", own, 1);
        tree.insert(block, MoveTree.step(key, 1), new Block.Sequence(List.of()), true);
        return key;
    }

    private String amend(String kind, String anchor, int days) {
        amendments++;
        var key = ":" + kind + "-" + amendments;
        limits.put(key, days);
        bound.add(new Amendment(amendments, key, anchor, kind.equals("recheck")));
        return key;
    }

    void add(String own, int days, boolean beside) {
        var key = amend("added", own, days);
        var shape = beside
                ? new Block.Parallel(List.of(), new Block.Join.All(), Block.Others.FINISH)
                : new Block.Sequence(List.of());
        tree.insert(tree.leaf(own), MoveTree.step(key, days), shape, !beside);
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
        tree.remove(one.key());
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

    boolean suspended() {
        return suspendedSince != null;
    }

    void suspend() {
        suspendedSince = today;
        state = "SUSPENDED";
    }

    void goOn() {
        java.util.Objects.requireNonNull(suspendedSince).datesUntil(today).forEach(suspendedDays::add);
        suspendedSince = null;
        state = "ACCEPTED";
    }

    /** The steps that would be open were they and all after them undone. */
    List<String> reopenable() {
        return tree.steps().stream()
                .filter(step -> results.containsKey(step) && opens(step))
                .toList();
    }

    /** The case had come to its end: these and all after them are done again, whatever has no result has all its days. */
    void reopen(List<String> targets) {
        for (var target : targets) {
            tree.steps().stream()
                    .filter(step -> step.equals(target) || tree.after(target, step))
                    .forEach(results::remove);
        }
        rounds.keySet().removeIf(step -> !results.containsKey(step));
        joint = new Round(today, JOINT);
        state = "ACCEPTED";
        settle();
    }

    void withdraw() {
        if (suspended()) {
            goOn();
        }
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
        tree.openOf(tree.root, wanted);
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
        var result = tree.result(tree.root);
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
            if (endless(round.since, day) || endless(suspendedSince, day)) {
                return null;
            }
            left -= works(day) && !round.still.contains(day) && !suspendedDays.contains(day) ? 1 : 0;
        }
        return day;
    }

    private static boolean endless(@Nullable LocalDate since, LocalDate day) {
        return since != null && !day.isBefore(since);
    }

    boolean works(LocalDate day) {
        return working.test(day);
    }
}
