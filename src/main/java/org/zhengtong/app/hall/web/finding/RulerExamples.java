package org.zhengtong.app.hall.web.finding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.app.hall.web.finding.GuidePage.Ruler;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.DueDate;
import org.zhengtong.base.workdays.DueDateWords;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.TimeLimitKind;
import org.zhengtong.base.workdays.WorkingCalendar;

/** Shows on a case of the next days how a limit is counted (工期尺). */
@Component
class RulerExamples {

    private static final int LONGEST = 15;
    private static final int DAYS_AHEAD = 7;

    private final WorkingCalendar calendar;
    private final DueDateWords words;

    RulerExamples(WorkingCalendar calendar, DueDateWords words) {
        this.calendar = calendar;
        this.words = words;
    }

    /** An example with days off in it when there is one; null when there is nothing to count. */
    @Nullable
    Ruler of(@Nullable TimeLimit limit, LocalDate today, Locale locale) {
        if (limit == null || limit.amount() == 0 || limit.amount() > LONGEST) {
            return null;
        }
        var examples = examples(limit, today);
        var telling = examples.stream().filter(this::holdsDaysOff).findFirst();
        return telling.or(() -> examples.stream().findFirst())
                .map(due -> ruler(due, locale))
                .orElse(null);
    }

    private List<DueDate> examples(TimeLimit limit, LocalDate today) {
        var examples = new ArrayList<DueDate>();
        for (var ahead = 0; ahead < DAYS_AHEAD; ahead++) {
            var day = today.plusDays(ahead);
            if (calendar.isWorkingDay(day)) {
                examples.add(calendar.due(day, limit));
            }
        }
        return examples;
    }

    private boolean holdsDaysOff(DueDate due) {
        return calendar.explain(due, due.startOn()).restDays() > 0;
    }

    /** Seen from the day before, so that no day of the example is today; counted days are drawn full all the same. */
    private Ruler ruler(DueDate due, Locale locale) {
        var explanation = calendar.explain(due, due.startOn().minusDays(1));
        var days = words.ruler(explanation, ClockEvent.ACCEPTED, locale).stream()
                .map(day -> day.kind().isEmpty() ? new RulerDay("used", day.day(), day.note(), false) : day)
                .toList();
        return new Ruler(days, words.explain(explanation, ClockEvent.ACCEPTED, TimeLimitKind.COMMITTED, locale));
    }
}
