package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitKind;
import org.zhengtong.base.workdays.TimeLimitUnit;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Sentences from {@code messages/workdays.properties}, put together from the facts of the explanation. */
@Component
class SpokenDueDates implements DueDateWords {
    private final Texts texts;
    private final WorkingCalendar calendar;

    SpokenDueDates(Texts texts, WorkingCalendar calendar) {
        this.texts = texts;
        this.calendar = calendar;
    }

    @Override
    public String explain(DueDateExplanation explanation, ClockEvent event, TimeLimitKind kind, Locale locale) {
        var due = explanation.due();
        var dates = new SpokenDates(texts, explanation.today(), locale);
        var sentences = new StringJoiner(texts.say(locale, "workdays.words.between"));
        sentences.add(texts.say(
                locale,
                due.limit().amount() == 0 ? "workdays.words.start-on-the-spot" : "workdays.words.start",
                dates.withWeekday(due.startOn()),
                texts.say(locale, "workdays.words.event." + event),
                texts.say(locale, "workdays.words.kind." + kind),
                limit(due.limit(), locale)));
        if (due.limit().amount() > 0) {
            sentences.add(texts.say(
                    locale,
                    "workdays.words.way",
                    texts.say(locale, "workdays.words.event-day." + event),
                    way(explanation, locale)));
        }
        if (explanation.rolledDays() > 0) {
            sentences.add(texts.say(locale, "workdays.words.rolled", explanation.rolledDays()));
        }
        if (!explanation.unknownYears().isEmpty()) {
            sentences.add(texts.say(locale, "workdays.words.unknown-years", years(explanation.unknownYears())));
        }
        sentences.add(end(due, event, dates, locale));
        return sentences.toString();
    }

    private String way(DueDateExplanation explanation, Locale locale) {
        boolean stopped = explanation.stoppedDays() > 0;
        boolean rested = explanation.restDays() > 0;
        var counts = explanation.due().limit().unit() == TimeLimitUnit.CALENDAR_DAYS;
        // Chinese joins two clauses of the same sense with "neither" or "also not".
        var alike = !counts && stopped == rested ? ".alike" : "";
        var stop = stopped
                ? texts.say(locale, "workdays.words.stop" + alike, explanation.stoppedDays())
                : texts.say(locale, "workdays.words.no-stop" + alike);
        return texts.say(locale, "workdays.words.rest-and-stop", restOf(explanation, locale), stop);
    }

    private String restOf(DueDateExplanation explanation, Locale locale) {
        if (explanation.due().limit().unit() == TimeLimitUnit.CALENDAR_DAYS) {
            return texts.say(locale, "workdays.words.rest-counts");
        }
        return explanation.restDays() == 0
                ? texts.say(locale, "workdays.words.no-rest")
                : texts.say(locale, "workdays.words.rest", explanation.restDays());
    }

    private String end(DueDate due, ClockEvent event, SpokenDates dates, Locale locale) {
        var dueOn = due.dueOn();
        if (dueOn == null) {
            return texts.say(
                    locale,
                    "workdays.words.still",
                    dates.plain(due.stops().getLast().from()),
                    limit(new TimeLimit(due.amountLeft(), due.limit().unit()), locale));
        }
        return texts.say(locale, "workdays.words.end." + event, dates.plain(dueOn));
    }

    private static String years(List<Integer> years) {
        return years.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public String summary(DueDate due, LocalDate today, Locale locale) {
        var dueOn = due.dueOn();
        if (dueOn == null) {
            return texts.say(
                    locale,
                    "workdays.summary.still",
                    limit(new TimeLimit(due.amountLeft(), due.limit().unit()), locale));
        }
        var spoken = new SpokenDates(texts, today, locale).withWeekday(dueOn);
        if (due.isOverdue(today)) {
            int late = calendar.overdueDays(dueOn, today);
            return late == 0
                    ? texts.say(locale, "workdays.summary.just-late", spoken)
                    : texts.say(locale, "workdays.summary.late", spoken, late);
        }
        int left = calendar.workingDaysBetween(today, dueOn);
        return dueOn.equals(today)
                ? texts.say(locale, "workdays.summary.today", spoken)
                : texts.say(locale, "workdays.summary.ahead", spoken, left);
    }

    @Override
    public String limit(TimeLimit limit, Locale locale) {
        return limit.amount() == 0
                ? texts.say(locale, "workdays.limit.on-the-spot")
                : texts.say(locale, "workdays.limit." + limit.unit(), limit.amount());
    }

    @Override
    public List<RulerDay> ruler(DueDateExplanation explanation, ClockEvent event, Locale locale) {
        return new SpokenRuler(texts, event, explanation.today(), locale).draw(explanation.days());
    }
}
