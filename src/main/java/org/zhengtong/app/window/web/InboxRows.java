package org.zhengtong.app.window.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.Inbox;
import org.zhengtong.service.casework.TaskState;

/** Tasks in the words of the list. */
@Component
class InboxRows {

    private final Texts texts;
    private final WorkingCalendar calendar;
    private final Clock clock;

    InboxRows(Texts texts, WorkingCalendar calendar, Clock clock) {
        this.texts = texts;
        this.calendar = calendar;
        this.clock = clock;
    }

    InboxPage.Row row(Inbox.Row row, Locale locale) {
        return new InboxPage.Row(
                rowClass(row),
                statusClass(row),
                texts.say(locale, "window.status." + status(row)),
                due(row, locale),
                row.itemName(),
                row.applicant(),
                "/staff/cases/" + row.number().value(),
                row.stepTitle(),
                "window.channel." + row.channel(),
                row.holderName() == null ? "" : row.holderName(),
                row.number().value());
    }

    private static String rowClass(Inbox.Row row) {
        return switch (row.urgency()) {
            case OVERDUE -> "is-overdue";
            case DUE_SOON -> "is-soon";
            case STOPPED -> "is-supplement";
            case IN_TIME, DONE -> "is-doing";
        };
    }

    private static String statusClass(Inbox.Row row) {
        return switch (row.urgency()) {
            case OVERDUE -> "overdue";
            case DUE_SOON -> "soon";
            case STOPPED -> "supplement";
            case IN_TIME -> "doing";
            case DONE -> "done";
        };
    }

    private static String status(Inbox.Row row) {
        if (row.suspended()) {
            return "SUSPENDED";
        }
        return row.state() != TaskState.WAITING
                ? row.urgency().name()
                : row.kind() == Block.StepKind.INTAKE ? "WAITING" : "PAUSED";
    }

    /** “3月5日 还剩 1 个工作日”, or what it waits for. */
    private String due(Inbox.Row row, Locale locale) {
        var dueOn = row.dueOn();
        if (row.state() == TaskState.WAITING && row.kind() != Block.StepKind.INTAKE && dueOn == null) {
            return texts.say(locale, "window.status.STOPPED");
        }
        if (row.state() == TaskState.WAITING && row.kind() == Block.StepKind.INTAKE || dueOn == null) {
            return texts.say(locale, "window.due.waiting");
        }
        var today = LocalDate.now(clock);
        var date = shortDate(dueOn, locale);
        if (today.isAfter(dueOn)) {
            return texts.say(locale, "window.due.late", date, calendar.overdueDays(dueOn, today));
        }
        var left = calendar.workingDaysBetween(today, dueOn);
        return left == 0
                ? texts.say(locale, "window.due.today", date)
                : texts.say(locale, "window.due.left", date, left);
    }

    private String shortDate(LocalDate date, Locale locale) {
        return texts.say(
                locale, "window.date", String.valueOf(date.getMonthValue()), String.valueOf(date.getDayOfMonth()));
    }

    List<String> heads(Locale locale) {
        return Stream.of("status", "due", "item", "applicant", "step", "channel", "holder", "number")
                .map(column -> texts.say(locale, "window.inbox." + column))
                .toList();
    }

    List<String> cells(Inbox.Row task, Locale locale) {
        var row = row(task, locale);
        return Stream.of(
                        row.statusText(),
                        row.due(),
                        row.item(),
                        row.applicant(),
                        row.step(),
                        texts.say(locale, row.channelKey()),
                        row.holder(),
                        row.number())
                .toList();
    }
}
