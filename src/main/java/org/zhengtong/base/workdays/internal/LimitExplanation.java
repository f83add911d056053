package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.LimitDay;
import org.zhengtong.base.workdays.LimitDayKind;
import org.zhengtong.base.workdays.TimeLimitUnit;

/** Walks from the event to the due date once more, day by day, and says of each day why it counted or not. */
final class LimitExplanation {
    private final WorkingDayIndex index;
    private final DueDate due;
    private final LocalDate today;
    private final List<LimitDay> days = new ArrayList<>();
    private int counted;
    private int late;
    private int restDays;
    private int stoppedDays;
    private int rolledDays;

    private LimitExplanation(WorkingDayIndex index, DueDate due, LocalDate today) {
        this.index = index;
        this.due = due;
        this.today = today;
    }

    static DueDateExplanation of(WorkingDayIndex index, DueDate due, LocalDate today) {
        return new LimitExplanation(index, due, today).explain();
    }

    private DueDateExplanation explain() {
        var last = lastShown();
        for (var day = due.startOn(); !day.isAfter(last); day = day.plusDays(1)) {
            add(day, kindOf(day));
        }
        var unknownYears = due.startOn()
                .datesUntil(last.plusDays(1))
                .map(LocalDate::getYear)
                .distinct()
                .filter(year -> !index.knowsYear(year))
                .toList();
        return new DueDateExplanation(due, today, days, restDays, stoppedDays, rolledDays, unknownYears);
    }

    private LocalDate lastShown() {
        var end = due.dueOn() == null ? lastStopOn() : due.dueOn();
        return due.standsStill() || due.isOverdue(today) ? later(end, today) : end;
    }

    private LocalDate lastStopOn() {
        return due.stops().isEmpty() ? due.startOn() : due.stops().getLast().from();
    }

    private LimitDayKind kindOf(LocalDate day) {
        if (day.equals(due.dueOn())) {
            return LimitDayKind.DUE;
        }
        if (day.equals(due.startOn())) {
            return LimitDayKind.ZERO;
        }
        if (due.isOverdue(day)) {
            return isWorking(day) ? LimitDayKind.LATE : LimitDayKind.REST;
        }
        if (isStopped(day)) {
            stoppedDays += counts(day) ? 1 : 0;
            return LimitDayKind.STOP;
        }
        if (counts(day) && counted < due.limit().amount()) {
            return day.equals(today) ? LimitDayKind.TODAY : beforeToday(day);
        }
        return LimitDayKind.REST;
    }

    private LimitDayKind beforeToday(LocalDate day) {
        return day.isBefore(today) ? LimitDayKind.USED : LimitDayKind.AHEAD;
    }

    private void add(LocalDate day, LimitDayKind kind) {
        boolean passed = kind == LimitDayKind.REST && !due.isOverdue(day);
        if (isRolled(day, passed || kind == LimitDayKind.DUE)) {
            rolledDays++;
        } else if (passed) {
            restDays++;
        }
        var name = index.find(day).map(CalendarDay::name).orElse("");
        boolean makeUp = isWorking(day) && WorkingDayIndex.isWeekend(day);
        days.add(new LimitDay(day, kind, day.equals(today), number(kind), name, makeUp));
    }

    private int number(LimitDayKind kind) {
        return switch (kind) {
            case USED, TODAY, AHEAD -> ++counted;
            case DUE -> counted < due.limit().amount() ? ++counted : counted;
            case LATE -> ++late;
            case ZERO, REST, STOP -> 0;
        };
    }

    /** Whether the limit was used up before this day, which only passed because offices were closed. */
    private boolean isRolled(LocalDate day, boolean restOrDue) {
        return restOrDue && counted == due.limit().amount() && !day.equals(due.startOn());
    }

    private boolean counts(LocalDate day) {
        return due.limit().unit() == TimeLimitUnit.CALENDAR_DAYS || isWorking(day);
    }

    private boolean isStopped(LocalDate day) {
        return due.stops().stream()
                .anyMatch(stop -> !day.isBefore(stop.from()) && (stop.until() == null || day.isBefore(stop.until())));
    }

    private boolean isWorking(LocalDate day) {
        return index.isWorking(day.toEpochDay());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
