package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.ui.TypedDay;

/** The tasks a user may act on (待办), overdue first, then by due date; never slower for old cases. */
public interface Inbox {

    /** Counts above the list. Counts stop at {@link Tally#MOST} so that a province's inbox opens as fast as a county's. */
    Tally tally(CurrentUser by);

    /** One page of tasks. */
    Page list(Filter filter, @Nullable Cursor after, int size, CurrentUser by);

    /** All tasks of the filter for an export file; close the stream. Recorded in the audit log. */
    Stream<Row> export(Filter filter, CurrentUser by);

    /** The items, steps and divisions that occur in the user's inbox, for the filter's lists. */
    Choices choices(CurrentUser by);

    /** The task, if the user may see it. */
    Row require(TaskId task, CurrentUser by);

    /** The next open task in list order after the given one, for "decide and next". */
    Optional<Row> next(TaskId after, CurrentUser by);

    /** Counts of the user's inbox: all, overdue, due within a working day, to accept, waiting for the applicant, done today. */
    record Tally(int all, int overdue, int dueSoon, int toAccept, int waiting, int doneToday, int mine) {
        /** Counts stop here. */
        public static final int MOST = 10_000;
    }

    /** Which tasks; null and blank mean all. */
    record Filter(
            Show show,
            @Nullable ItemCode itemCode,
            @Nullable String step,
            @Nullable DivisionCode division,
            @Nullable Channel channel,
            @Nullable String applicant) {

        /** All open tasks. */
        public static final Filter ALL = new Filter(Show.ALL, null, null, null, null, null);
    }

    /** The heading under which tasks are looked at. */
    enum Show {
        ALL,
        OVERDUE,
        DUE_SOON,
        TO_ACCEPT,
        WAITING,
        DONE_TODAY,
        MINE
    }

    /** Where the next page begins. */
    record Cursor(LocalDate sortOn, TaskId task) {

        /** As it stands in an address: {@code 2026-03-05_370104-20260302-0017-5.2}. */
        public String text() {
            return sortOn + "_" + task.text();
        }

        /** Reads the text of an address; null when it is not one. */
        public static @Nullable Cursor parse(@Nullable String text) {
            if (text == null || !text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}_.+")) {
                return null;
            }
            return TypedDay.of(text.substring(0, 10))
                    .flatMap(day -> TaskId.parse(text.substring(11)).map(task -> new Cursor(day, task)))
                    .orElse(null);
        }
    }

    /** One page of the list. */
    record Page(List<Row> rows, @Nullable Cursor next, int total) {}

    /** What the filter offers. */
    record Choices(List<Choice> items, List<Choice> steps, List<Choice> divisions) {}

    /** A value and its name. */
    record Choice(String value, String name) {}

    /**
     * One task as the list shows it.
     *
     * @param dueOn the nearer of the committed and the statutory due date; null while the clock is stopped
     * @param suspended whether the whole case is
     * @param urgency overdue, due soon, or in time as of today
     */
    record Row(
            TaskId task,
            CaseNumber number,
            ItemCode itemCode,
            String itemName,
            String applicant,
            String step,
            String stepTitle,
            Block.StepKind kind,
            TaskState state,
            Channel channel,
            DivisionCode division,
            DepartmentId department,
            @Nullable String holderName,
            Instant openedAt,
            @Nullable LocalDate dueOn,
            Urgency urgency,
            @Nullable Instant doneAt,
            boolean suspended) {}

    /** How near the due date is. */
    enum Urgency {
        IN_TIME,
        DUE_SOON,
        OVERDUE,
        STOPPED,
        DONE
    }
}
