package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.LaneResult;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.TaskState;

/**
 * A case as an action finds it.
 *
 * @param revision the change is refused when it is no longer this one
 * @param supplementAt when a supplement was asked for; it can be only once
 * @param version the procedure it was filed under
 * @param procedure the same with the steps that were added for this case
 * @param answers the application's answers as text, read along when the way through the tree depends on them
 * @param limitsMoved whether anything was done about its limits: special procedures, requests for more time
 */
record LoadedCase(
        long key,
        int revision,
        Procedure version,
        Procedure procedure,
        CaseFile file,
        @Nullable Instant supplementAt,
        @Nullable String answers,
        boolean limitsMoved,
        List<AddedStep> added,
        List<TaskRow> tasks) {

    /** The same case with its tree as these added steps make it. */
    LoadedCase amended(List<AddedStep> steps) {
        var tree = Amendments.apply(version.tree(), steps);
        return new LoadedCase(
                key, revision, version, version.withTree(tree), file, supplementAt, answers, limitsMoved, steps, tasks);
    }

    /** The same case with this step added, or as it stands now. */
    LoadedCase with(AddedStep step) {
        var steps = new ArrayList<>(added);
        steps.removeIf(one -> one.serial() == step.serial());
        steps.add(step);
        steps.sort(Comparator.comparingInt(AddedStep::serial));
        return amended(List.copyOf(steps));
    }

    Optional<TaskRow> findTask(int serial) {
        return tasks.stream().filter(task -> task.serial() == serial).findFirst();
    }

    /** The intake: the first task of every case. */
    TaskRow intake() {
        return tasks.getFirst();
    }

    /** The results of the steps so far; recalled ones do not count. */
    Map<String, Boolean> results() {
        var results = new HashMap<String, Boolean>();
        for (var task : tasks) {
            if (task.inTree() && task.state() == TaskState.DONE && !task.recalled() && task.granted() != null) {
                results.put(task.step(), task.granted());
            }
        }
        return results;
    }

    /** What the steps that were granted lead to, in the order of the tree; steps added for this case lead to nothing. */
    List<LaneResult> granted() {
        var departments = new HashMap<String, DepartmentId>();
        for (var task : tasks) {
            if (task.inTree()
                    && task.state() == TaskState.DONE
                    && !task.recalled()
                    && Boolean.TRUE.equals(task.granted())) {
                departments.put(task.step(), task.department());
            }
        }
        return version.tree()
                .steps()
                .filter(step -> departments.containsKey(step.key()))
                .map(step -> new LaneResult(
                        step.key(),
                        step.resultTitle() == null ? step.title() : step.resultTitle(),
                        Objects.requireNonNull(departments.get(step.key())),
                        step.own().item(),
                        step.own().license()))
                .toList();
    }

    /** Open tasks of the intake and of the tree's steps. */
    List<TaskRow> openTasks() {
        return tasks.stream()
                .filter(task -> !task.kind().beside())
                .filter(LoadedCase::open)
                .toList();
    }

    /** Open tasks of those who were asked for an opinion or a signature. */
    List<TaskRow> openQuestions() {
        return tasks.stream()
                .filter(task -> task.kind().beside() && task.kind() != Block.StepKind.CHECK)
                .filter(LoadedCase::open)
                .toList();
    }

    private static boolean open(TaskRow task) {
        return task.state() == TaskState.OPEN || task.state() == TaskState.WAITING;
    }

    /** Whether anybody was ever asked for an opinion or a signature. */
    boolean consulted() {
        return tasks.stream().anyMatch(task -> task.kind().beside() && task.kind() != Block.StepKind.CHECK);
    }

    /** Whether a site visit was ever planned. */
    boolean visited() {
        return tasks.stream().anyMatch(task -> task.kind() == Block.StepKind.VISIT);
    }

    /** Whether somebody was ever asked to sign. */
    boolean countersigned() {
        return tasks.stream().anyMatch(task -> task.kind() == Block.StepKind.SIGN);
    }

    /** Whether the step was open before. */
    boolean reached(String step) {
        return tasks.stream().anyMatch(task -> task.step().equals(step));
    }

    int nextSerial() {
        return tasks.getLast().serial() + 1;
    }
}
