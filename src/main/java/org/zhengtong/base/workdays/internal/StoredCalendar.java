package org.zhengtong.base.workdays.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarImport;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;

@Service
class StoredCalendar implements WorkingCalendar {
    private final CurrentIndex index;
    private final CalendarStore store;
    private final CalendarChanges changes;
    private final Clock clock;

    StoredCalendar(CurrentIndex index, CalendarStore store, CalendarChanges changes, Clock clock) {
        this.index = index;
        this.store = store;
        this.changes = changes;
        this.clock = clock;
    }

    @Override
    public boolean isWorkingDay(LocalDate day) {
        return index.use().isWorking(day.toEpochDay());
    }

    @Override
    public boolean knowsYear(int year) {
        return index.use().knowsYear(year);
    }

    @Override
    public DueDate due(LocalDate eventOn, TimeLimit limit, List<ClockStop> stops) {
        return new LimitArithmetic(index.use()).due(eventOn, limit, stops);
    }

    @Override
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        return new WorkingDayCount(index.use()).between(from, to);
    }

    @Override
    public LocalDate addWorkingDays(LocalDate day, int amount) {
        return new WorkingDayCount(index.use()).add(day, amount);
    }

    @Override
    public int overdueDays(LocalDate dueOn, LocalDate today) {
        return Math.max(0, workingDaysBetween(dueOn, today));
    }

    @Override
    public DueDateExplanation explain(DueDate due, LocalDate today) {
        return LimitExplanation.of(index.use(), due, today);
    }

    @Override
    public List<CalendarDay> daysOf(int year) {
        return index.use().daysOf(year);
    }

    @Override
    @Transactional
    public CalendarImport importDays(List<CalendarDay> days) {
        store.lock();
        var present = store.find(days.stream().map(CalendarDay::day).toList());
        var at = clock.instant();
        var changed = new ArrayList<LocalDate>();
        int added = 0;
        int kept = 0;
        for (var day : days) {
            var before = present.get(day.day());
            if (before != null && before.edited()) {
                kept++;
            } else if (before == null || !before.day().equals(day)) {
                store.save(day, false, at);
                changed.add(day.day());
                added += before == null ? 1 : 0;
            }
        }
        if (!changed.isEmpty()) {
            changes.tell(changed);
        }
        return new CalendarImport(added, changed.size() - added, kept);
    }
}
