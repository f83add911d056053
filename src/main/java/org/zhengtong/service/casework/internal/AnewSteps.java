package org.zhengtong.service.casework.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.TaskState;

/** A case that had come to its end begins anew at chosen steps, with all their days. */
@Component
class AnewSteps {

    private final Settlement settlement;
    private final CaseClock clocks;
    private final Offerings offerings;

    AnewSteps(Settlement settlement, CaseClock clocks, Offerings offerings) {
        this.settlement = settlement;
        this.clocks = clocks;
        this.offerings = offerings;
    }

    /** What began: the steps undone, the tasks opened, the clock of the whole case. */
    record Begun(Set<String> undone, List<TaskRow> opened, ClockRow joint) {
        Begun {
            undone = Set.copyOf(undone);
            opened = List.copyOf(opened);
        }
    }

    /** The steps that would be open were they undone; a result that a join does not need is not asked for again. */
    List<String> places(LoadedCase loaded) {
        if (loaded.file().state() == CaseState.REFUSED) {
            return List.of();
        }
        var results = loaded.results();
        return loaded.procedure()
                .tree()
                .steps()
                .map(Block.Step::key)
                .filter(key -> results.containsKey(key) && opens(loaded, key))
                .toList();
    }

    private boolean opens(LoadedCase loaded, String target) {
        var results = loaded.results();
        results.keySet().removeAll(undone(loaded, List.of(target)));
        return settlement.progress(loaded, results).open().contains(target);
    }

    /** Whether the case can begin anew there; one that was not accepted is accepted, and begins at the beginning. */
    boolean possible(LoadedCase loaded, List<String> steps) {
        return loaded.file().state() == CaseState.REFUSED
                ? steps.isEmpty()
                : !steps.isEmpty() && places(loaded).containsAll(steps);
    }

    private static Set<String> undone(LoadedCase loaded, List<String> steps) {
        var tree = loaded.procedure().tree();
        var undone = new HashSet<>(steps);
        steps.forEach(step -> undone.addAll(TreeOrder.after(tree, step)));
        return undone;
    }

    Begun begin(LoadedCase loaded, CaseChange change, Reopening one) {
        var undone = undone(loaded, one.steps());
        change.state = CaseState.ACCEPTED;
        change.closedAt = null;
        change.granted = null;
        change.decidedAt = null;
        change.resultIdentifier = null;
        if (one.before() == CaseState.REFUSED) {
            accept(loaded, change);
        }
        for (var task : loaded.tasks()) {
            if (task.inTree() && undone.contains(task.step()) && !task.recalled()) {
                change.changed.add(task.takenBack());
            } else if (task.kind() == Block.StepKind.CHECK && task.doneAt() == null) {
                change.changed.add(task.in(TaskState.CANCELED, task.dueOn()));
            }
        }
        var results = loaded.results();
        results.keySet().removeAll(undone);
        settlement.advance(loaded, change, results, Set.of());
        wholeDays(loaded, change, results);
        var joint = joint(loaded, change, one.limit());
        change.clocks.add(joint);
        return new Begun(undone, change.opened, joint);
    }

    /** The order to act anew takes the place of the window's answer. */
    private void accept(LoadedCase loaded, CaseChange change) {
        change.acceptedOn = change.on;
        change.tell(EventKind.ACCEPTED, Map.of("on", change.on.toString()));
        change.papers.add(new CaseChange.Paper(
                DocumentKind.ACCEPTANCE_NOTICE,
                loaded.intake().department(),
                Map.of("acceptedOn", change.on.toString())));
        change.news.add(new CaseAccepted(
                loaded.file().number(),
                loaded.file().itemCode(),
                change.on,
                false,
                loaded.file().applicant().account()));
        offerings.begin(loaded, change);
    }

    /** Steps that open now have all their days, and so will those that are reached again later. */
    private void wholeDays(LoadedCase loaded, CaseChange change, Map<String, Boolean> results) {
        change.clocks.replaceAll(row -> whole(loaded, row, change));
        change.opened.replaceAll(task -> change.clocks.stream()
                .filter(row -> row.step().equals(task.step()))
                .findFirst()
                .map(row -> task.in(TaskState.OPEN, row.dueOn()))
                .orElse(task));
        var opened = change.clocks.stream().map(ClockRow::step).toList();
        for (var task : loaded.tasks()) {
            var step = task.step();
            var later = task.inTree()
                    && TreeOrder.holds(loaded.procedure().tree(), step)
                    && !results.containsKey(step)
                    && !opened.contains(step)
                    && change.clocks.stream().noneMatch(row -> row.step().equals(step));
            if (later) {
                change.clocks.add(clocks.step(loaded.procedure().step(step), task.department(), change.on)
                        .ended(change.at, change.on, true));
            }
        }
    }

    private ClockRow whole(LoadedCase loaded, ClockRow row, CaseChange change) {
        return clocks.step(loaded.procedure().step(row.step()), row.department(), change.on);
    }

    private ClockRow joint(LoadedCase loaded, CaseChange change, @org.jspecify.annotations.Nullable TimeLimit limit) {
        var lead = loaded.file().leadDepartment();
        return limit == null
                ? clocks.joint(loaded.procedure(), lead, change.on)
                : clocks.ordered(lead, change.on, limit);
    }
}
