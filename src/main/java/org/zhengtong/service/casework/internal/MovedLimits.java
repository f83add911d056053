package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.Suspension;
import org.zhengtong.service.casework.TaskState;

/** Clocks of a case as its special procedures and suspensions make them: those of a step stop its clock, all of them the joint clock. */
@Component
class MovedLimits {

    private final LimitStore store;
    private final CaseClock clocks;

    MovedLimits(LimitStore store, CaseClock clocks) {
        this.store = store;
        this.clocks = clocks;
    }

    /** Whether the task waits for the end of a special procedure. */
    static boolean paused(TaskRow task) {
        return task.state() == TaskState.WAITING && task.kind().inTree();
    }

    /** The stops of a clock: special procedures of its step make them, or all for the joint clock; suspensions always. */
    private static List<ClockStop> stops(String step, List<SpecialProcedure> procedures, List<Suspension> suspensions) {
        var joint = step.equals(ClockView.JOINT);
        return Stream.concat(
                        procedures.stream()
                                .filter(one -> joint || one.step().equals(step))
                                .map(one -> new ClockStop(one.startedOn(), one.endedOn())),
                        suspensions.stream().map(one -> new ClockStop(one.startedOn(), one.endedOn())))
                .toList();
    }

    /** How often the case was reopened: its decisions of each time have documents of their own. */
    int rounds(LoadedCase loaded) {
        return loaded.limitsMoved()
                ? (int) store.reopenings(loaded.key()).stream()
                        .filter(one -> one.state() == Reopening.State.CONFIRMED)
                        .count()
                : 0;
    }

    /** A clock that is running or stopped; the case has it. */
    ClockRow require(LoadedCase loaded, String step) {
        return clock(store.clocks(loaded.key()), step);
    }

    private static ClockRow clock(List<ClockRow> all, String step) {
        return all.stream()
                .filter(one -> one.step().equals(step))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No clock of " + step));
    }

    /** The step's clock and the joint clock under these special procedures; {@code change} writes them. */
    ClockRow move(LoadedCase loaded, CaseChange change, String step, List<SpecialProcedure> procedures) {
        var all = store.clocks(loaded.key());
        var suspensions = store.suspensions(loaded.key());
        count(all, change, ClockView.JOINT, procedures, suspensions);
        return count(all, change, step, procedures, suspensions);
    }

    /** One clock, under these special procedures and suspensions; {@code change} writes it. */
    ClockRow count(
            LoadedCase loaded,
            CaseChange change,
            String step,
            List<SpecialProcedure> procedures,
            List<Suspension> suspensions) {
        return count(store.clocks(loaded.key()), change, step, procedures, suspensions);
    }

    private ClockRow count(
            List<ClockRow> all,
            CaseChange change,
            String step,
            List<SpecialProcedure> procedures,
            List<Suspension> suspensions) {
        var counted = clocks.counted(clock(all, step), stops(step, procedures, suspensions));
        change.limits().moved.add(counted);
        return counted;
    }

    /** The joint clock as this change will leave it, to measure the case's end. */
    ClockRow joint(LoadedCase loaded, CaseChange change) {
        if (!loaded.limitsMoved()) {
            return clocks.joint(
                    loaded.procedure(),
                    loaded.file().leadDepartment(),
                    java.util.Objects.requireNonNull(change.acceptedOn));
        }
        var procedures = endedWith(store.procedures(loaded.key()), cut(loaded, change), change.on);
        return clocks.counted(
                require(loaded, ClockView.JOINT), stops(ClockView.JOINT, procedures, store.suspensions(loaded.key())));
    }

    /** Special procedures whose tasks this change canceled end with them; the clocks they held go on or end. */
    void follow(LoadedCase loaded, CaseChange change) {
        var cut = cut(loaded, change);
        if (cut.isEmpty()) {
            return;
        }
        var before = store.procedures(loaded.key());
        var after = endedWith(before, cut, change.on);
        var all = store.clocks(loaded.key());
        var suspensions = endedWith(store.suspensions(loaded.key()), change);
        for (var one : before) {
            if (one.running() && cut.contains(one.task())) {
                change.limits().ended.add(new LimitChange.Ended(one.serial(), null, null));
            }
        }
        for (var task : loaded.tasks()) {
            if (cut.contains(task.serial())) {
                settle(change, clock(all, task.step()), stops(task.step(), after, suspensions));
            }
        }
        settle(change, clock(all, ClockView.JOINT), stops(ClockView.JOINT, after, suspensions));
    }

    /** A case that ends while it is suspended is not suspended any more. */
    private static List<Suspension> endedWith(List<Suspension> all, CaseChange change) {
        all.stream()
                .filter(Suspension::running)
                .forEach(one -> change.limits().resumed.add(new LimitChange.Resumed(one.serial(), null)));
        return all.stream()
                .map(one -> one.running() ? one.endedOn(change.on) : one)
                .toList();
    }

    /** The tasks that stand still and that this change cancels. */
    private static Set<Integer> cut(LoadedCase loaded, CaseChange change) {
        var paused = loaded.tasks().stream()
                .filter(MovedLimits::paused)
                .map(TaskRow::serial)
                .collect(Collectors.toSet());
        return paused.isEmpty()
                ? paused
                : change.changed.stream()
                        .filter(task -> task.state() == TaskState.CANCELED)
                        .map(TaskRow::serial)
                        .filter(paused::contains)
                        .collect(Collectors.toSet());
    }

    private static List<SpecialProcedure> endedWith(List<SpecialProcedure> all, Set<Integer> tasks, LocalDate on) {
        return all.stream()
                .map(one -> one.running() && tasks.contains(one.task()) ? one.endedOn(on) : one)
                .toList();
    }

    /** Counts a clock anew, and ends it here when the change ends it: one row is written once. */
    private void settle(CaseChange change, ClockRow before, List<ClockStop> stops) {
        var counted = clocks.counted(before, stops);
        var ends = change.endedClocks.stream()
                .filter(one -> one.step().equals(before.step()))
                .findFirst();
        ends.ifPresent(change.endedClocks::remove);
        change.limits()
                .moved
                .add(ends.map(end -> counted.ended(change.at, change.on, end.canceled()))
                        .orElse(counted));
    }
}
