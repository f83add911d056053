package org.zhengtong.base.workdays.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.CalendarEdit;
import org.zhengtong.base.workdays.CalendarEditOutcome;
import org.zhengtong.base.workdays.CalendarEditOutcome.Changed;
import org.zhengtong.base.workdays.CalendarEditOutcome.NothingToChange;
import org.zhengtong.base.workdays.CalendarEditOutcome.Overtaken;
import org.zhengtong.base.workdays.CalendarEditing;
import org.zhengtong.base.workdays.CalendarMark;
import org.zhengtong.base.workdays.WorkdaysProblem;
import org.zhengtong.base.workdays.internal.CalendarEditStore.EditHead;
import org.zhengtong.base.workdays.internal.CalendarEditStore.EditedDay;
import org.zhengtong.base.workdays.internal.CalendarStore.StoredDay;

@Service
class StoredCalendarEditing implements CalendarEditing {
    private final CalendarStore calendar;
    private final CalendarEditStore edits;
    private final CalendarChanges changes;
    private final AuditLog audit;
    private final Clock clock;

    StoredCalendarEditing(
            CalendarStore calendar, CalendarEditStore edits, CalendarChanges changes, AuditLog audit, Clock clock) {
        this.calendar = calendar;
        this.edits = edits;
        this.changes = changes;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public CalendarEditOutcome mark(CalendarMark mark, Actor by) {
        calendar.lock();
        var days = mark.firstOn().datesUntil(mark.lastOn().plusDays(1)).toList();
        var present = calendar.find(days);
        var marked = days.stream().filter(day -> !says(present, day, mark)).toList();
        if (marked.isEmpty()) {
            return new NothingToChange();
        }
        changes.tell(marked);
        var editId =
                edits.insert(new EditHead(mark.kind(), mark.name(), mark.reason(), by.name(), null), clock.instant());
        for (var day : marked) {
            edits.insertDay(editId, new EditedDay(day, present.get(day)));
            calendar.save(new CalendarDay(day, mark.kind(), mark.name(), mark.reason()), true, clock.instant());
        }
        audit.record(actionOf("workdays.mark", marked, by)
                .because(mark.reason())
                .with("kind", mark.kind())
                .with("name", mark.name()));
        return new Changed(editId, marked);
    }

    private static boolean says(Map<LocalDate, StoredDay> present, LocalDate day, CalendarMark mark) {
        var stored = present.get(day);
        return stored != null
                && stored.day().kind() == mark.kind()
                && stored.day().name().equals(mark.name());
    }

    @Override
    @Transactional
    public CalendarEditOutcome undo(long editId, Actor by) {
        var edit = edits.find(editId)
                .orElseThrow(() -> new ProblemException(WorkdaysProblem.EDIT_NOT_FOUND, String.valueOf(editId)));
        calendar.lock();
        var overtaken = edits.findOvertakenDay(editId);
        if (overtaken.isPresent()) {
            return new Overtaken(overtaken.get());
        }
        changes.tell(edit.days());
        var days = edits.daysOf(editId);
        var present = calendar.find(edit.days());
        var undoId = edits.insert(
                new EditHead(kindBefore(days), edit.name(), edit.reason(), by.name(), editId), clock.instant());
        for (var day : days) {
            edits.insertDay(undoId, new EditedDay(day.day(), present.get(day.day())));
            restore(day);
        }
        audit.record(actionOf("workdays.undo", edit.days(), by).with("undoes", editId));
        return new Changed(undoId, edit.days());
    }

    private void restore(EditedDay day) {
        var before = day.before();
        if (before == null) {
            calendar.delete(day.day());
        } else {
            calendar.save(before.day(), before.edited(), clock.instant());
        }
    }

    private static @Nullable CalendarDayKind kindBefore(List<EditedDay> days) {
        var before = days.getFirst().before();
        return before == null ? null : before.day().kind();
    }

    private static AuditAction actionOf(String event, List<LocalDate> days, Actor by) {
        return AuditAction.of(
                        by, event, "calendar", String.valueOf(days.getFirst().getYear()))
                .with("days", days.stream().map(LocalDate::toString).collect(Collectors.joining(" ")));
    }

    @Override
    @Transactional(readOnly = true)
    public List<CalendarEdit> editsOf(int year) {
        return edits.findOfYear(year);
    }
}
