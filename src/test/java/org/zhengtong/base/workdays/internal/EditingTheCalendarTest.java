package org.zhengtong.base.workdays.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.CalendarChanged;
import org.zhengtong.base.workdays.CalendarDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.CalendarEditOutcome.Changed;
import org.zhengtong.base.workdays.CalendarEditOutcome.NothingToChange;
import org.zhengtong.base.workdays.CalendarEditOutcome.Overtaken;
import org.zhengtong.base.workdays.CalendarEditing;
import org.zhengtong.base.workdays.CalendarImport;
import org.zhengtong.base.workdays.CalendarMark;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.testing.PlatformTest;

@PlatformTest
@RecordApplicationEvents
class EditingTheCalendarTest {
    private static final Actor KEEPER = new Actor(Actor.Kind.STAFF, "1", "HE_PING");

    @Autowired
    private WorkingCalendar calendar;

    @Autowired
    private CalendarEditing editing;

    @Autowired
    private CalendarStore store;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private ApplicationEvents events;

    @Test
    void a_marked_day_moves_due_dates_at_once_and_is_told() {
        var monday = LocalDate.of(2101, 3, 7);
        assertThat(calendar.due(monday, TimeLimit.workingDays(1)).dueOn()).isEqualTo("2101-03-08");

        var outcome = editing.mark(off(monday.plusDays(1), monday.plusDays(2)), KEEPER);

        assertThat(outcome).isInstanceOf(Changed.class);
        assertThat(calendar.due(monday, TimeLimit.workingDays(1)).dueOn()).isEqualTo("2101-03-10");
        assertThat(events.stream(CalendarChanged.class))
                .contains(new CalendarChanged(List.of(monday.plusDays(1), monday.plusDays(2))));
        assertThat(editing.editsOf(2101).getFirst().editedBy()).isEqualTo("HE_PING");
    }

    @Test
    void an_edit_can_be_undone_once() {
        var monday = LocalDate.of(2102, 3, 6);
        var edit = (Changed) editing.mark(off(monday, monday), KEEPER);

        assertThat(editing.undo(edit.editId(), KEEPER)).isInstanceOf(Changed.class);

        assertThat(calendar.isWorkingDay(monday)).isTrue();
        assertThat(editing.undo(edit.editId(), KEEPER)).isEqualTo(new Overtaken(monday));
        assertThat(editing.editsOf(2102)).hasSize(2).last().matches(done -> done.undone());
    }

    @Test
    void an_edit_that_a_later_one_changed_is_not_undone() {
        var monday = LocalDate.of(2103, 3, 5);
        var edit = (Changed) editing.mark(off(monday, monday), KEEPER);
        editing.mark(new CalendarMark(monday, monday, CalendarDayKind.WORK, "x", "y"), KEEPER);

        assertThat(editing.undo(edit.editId(), KEEPER)).isEqualTo(new Overtaken(monday));
        assertThat(calendar.isWorkingDay(monday)).isTrue();
    }

    @Test
    void marking_twice_changes_nothing() {
        var monday = LocalDate.of(2104, 3, 3);
        editing.mark(off(monday, monday), KEEPER);

        assertThat(editing.mark(off(monday, monday), KEEPER)).isEqualTo(new NothingToChange());
    }

    @Test
    void refuses_to_undo_what_never_was() {
        assertThatThrownBy(() -> editing.undo(Long.MAX_VALUE, KEEPER)).isInstanceOf(ProblemException.class);
    }

    @Test
    void an_import_keeps_what_people_edited() {
        var monday = LocalDate.of(2105, 3, 2);
        editing.mark(off(monday, monday), KEEPER);
        var imported = List.of(
                new CalendarDay(monday, CalendarDayKind.WORK, "pack", "pack"),
                new CalendarDay(monday.plusDays(1), CalendarDayKind.OFF, "pack", "pack"));

        assertThat(calendar.importDays(imported)).isEqualTo(new CalendarImport(1, 0, 1));
        assertThat(calendar.importDays(imported)).isEqualTo(new CalendarImport(0, 0, 1));

        assertThat(calendar.isWorkingDay(monday)).isFalse();
        assertThat(calendar.isWorkingDay(monday.plusDays(1))).isFalse();
    }

    @Test
    void an_edit_rolled_back_leaves_no_trace() {
        var monday = LocalDate.of(2106, 3, 1);

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            editing.mark(off(monday, monday), KEEPER);
            status.setRollbackOnly();
        });

        assertThat(calendar.isWorkingDay(monday)).isTrue();
        assertThat(editing.editsOf(2106)).isEmpty();
    }

    @Test
    void another_instance_sees_an_edit_after_a_few_seconds() {
        var monday = LocalDate.of(2107, 3, 7);
        var nanos = new AtomicLong();
        var other = new CurrentIndex(store, nanos::get);
        assertThat(other.use().isWorking(monday.toEpochDay())).isTrue();

        editing.mark(off(monday, monday), KEEPER);

        assertThat(other.use().isWorking(monday.toEpochDay())).isTrue();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(4));
        assertThat(other.use().isWorking(monday.toEpochDay())).isFalse();
    }

    private static CalendarMark off(LocalDate first, LocalDate last) {
        return new CalendarMark(first, last, CalendarDayKind.OFF, "x", "y");
    }
}
