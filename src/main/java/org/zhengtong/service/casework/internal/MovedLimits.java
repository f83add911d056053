package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.TaskState;

/** Clocks of a case as its special procedures make them: those of a step stop its clock, all of them the joint clock. */
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

    /** The stops that special procedures make, all or those of one step. */
    static List<ClockStop> stops(List<SpecialProcedure> procedures, Predicate<SpecialProcedure> which) {
        return procedures.stream()
                .filter(which)
                .map(one -> new ClockStop(one.startedOn(), one.endedOn()))
                .toList();
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
        var moved = clocks.counted(
                clock(all, step), stops(procedures, one -> one.step().equals(step)));
        change.limits().moved.add(moved);
        change.limits().moved.add(clocks.counted(clock(all, ClockView.JOINT), stops(procedures, _ -> true)));
        return moved;
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
        return clocks.counted(require(loaded, ClockView.JOINT), stops(procedures, _ -> true));
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
        for (var one : before) {
            if (one.running() && cut.contains(one.task())) {
                change.limits().ended.add(new LimitChange.Ended(one.serial(), null, null));
                settle(
                        change,
                        clock(all, one.step()),
                        stops(after, other -> other.step().equals(one.step())));
            }
        }
        settle(change, clock(all, ClockView.JOINT), stops(after, _ -> true));
    }

    /** The tasks of running special procedures that this change cancels. */
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
