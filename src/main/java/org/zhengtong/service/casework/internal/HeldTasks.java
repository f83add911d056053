package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.SpecialProcedure;
import org.zhengtong.service.casework.Suspension;
import org.zhengtong.service.casework.TaskState;

/** The tasks and clocks of a case that is suspended: all held and standing still, and how they go on. */
@Component
class HeldTasks {

    private final LimitStore store;
    private final MovedLimits limits;
    private final Questions questions;
    private final VisitStore visits;
    private final WorkingCalendar calendar;

    HeldTasks(LimitStore store, MovedLimits limits, Questions questions, VisitStore visits, WorkingCalendar calendar) {
        this.store = store;
        this.limits = limits;
        this.questions = questions;
        this.visits = visits;
        this.calendar = calendar;
    }

    /** Why nothing can be planned for this day; null when people work on it. */
    @Nullable
    CaseOutcome dayOff(LocalDate day) {
        return calendar.isWorkingDay(day) ? null : new CaseOutcome.DayOff(day);
    }

    /** Nobody does anything from now on. */
    void hold(LoadedCase loaded, CaseChange change, List<Suspension> suspensions) {
        var procedures = store.procedures(loaded.key());
        for (var task : loaded.openTasks()) {
            limits.count(loaded, change, task.step(), procedures, suspensions);
            change.changed.add(task.in(TaskState.WAITING, null));
        }
        limits.count(loaded, change, ClockView.JOINT, procedures, suspensions);
        loaded.openQuestions().forEach(task -> change.changed.add(task.in(TaskState.WAITING, null)));
    }

    /** What does not wait for a special procedure of its own goes on; the last day of the whole case. */
    @Nullable
    LocalDate release(LoadedCase loaded, CaseChange change, List<Suspension> suspensions) {
        var procedures = store.procedures(loaded.key());
        for (var task : loaded.openTasks()) {
            var clock = limits.count(loaded, change, task.step(), procedures, suspensions);
            var state = pausedAlone(procedures, task) ? TaskState.WAITING : TaskState.OPEN;
            change.changed.add(task.in(state, clock.dueOn()));
        }
        releaseQuestions(loaded, change, suspensions.getLast());
        releaseVisits(loaded, change);
        return limits.count(loaded, change, ClockView.JOINT, procedures, suspensions)
                .dueOn();
    }

    private static boolean pausedAlone(List<SpecialProcedure> procedures, TaskRow task) {
        return procedures.stream().anyMatch(one -> one.running() && one.task() == task.serial());
    }

    /** Answers are asked for as many working days from now as were left. */
    private void releaseQuestions(LoadedCase loaded, CaseChange change, Suspension ended) {
        for (var one : questions.of(loaded)) {
            if (one.open()) {
                var due = later(one, ended);
                change.questions().moved.add(new ConsultChange.Moved(one.serial(), due));
                loaded.findTask(one.task()).ifPresent(task -> change.changed.add(task.in(TaskState.OPEN, due)));
            }
        }
    }

    /** A visit is held on the day it was planned for, unless somebody moves it now. */
    private void releaseVisits(LoadedCase loaded, CaseChange change) {
        for (var visit : visits.of(loaded)) {
            for (var party : visit.parties()) {
                loaded.findTask(party.task())
                        .filter(task -> task.state() == TaskState.WAITING)
                        .ifPresent(task -> change.changed.add(task.in(TaskState.OPEN, visit.heldOn())));
            }
        }
    }

    private LocalDate later(Opinion one, Suspension ended) {
        var from = ended.startedOn().minusDays(1);
        var left = calendar.workingDaysBetween(from, one.dueOn());
        if (left <= 0) {
            return one.dueOn();
        }
        var due = calendar.due(
                        from, TimeLimit.workingDays(left), List.of(new ClockStop(ended.startedOn(), ended.endedOn())))
                .dueOn();
        return due == null ? one.dueOn() : due;
    }
}
