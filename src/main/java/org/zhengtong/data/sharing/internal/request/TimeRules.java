package org.zhengtong.data.sharing.internal.request;

import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.stereotype.Component;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Act;
import org.zhengtong.data.sharing.internal.request.TimeRuleStore.Rule;

/** Which limit holds where and when: that of the nearest division, of the text in force on the day. */
@Component
public class TimeRules {

    private final TimeRuleStore store;
    private final WorkingCalendar calendar;

    TimeRules(TimeRuleStore store, WorkingCalendar calendar) {
        this.store = store;
        this.calendar = calendar;
    }

    /** Last day of a limit and the text it comes from. */
    public record Due(LocalDate on, String basis) {}

    /** The last day of what begins on a day; the day itself does not count. */
    public Due due(Act act, DivisionCode division, LocalDate from) {
        var rule = store.all().stream()
                .filter(each -> each.act() == act
                        && each.division().covers(division)
                        && !each.validFrom().isAfter(from))
                .max(Comparator.comparingInt(
                                (Rule each) -> each.division().prefix().length())
                        .thenComparing(Rule::validFrom))
                .orElseThrow(() -> new IllegalStateException("No limit for " + act + " in " + division));
        return new Due(calendar.due(from, rule.limit()).requireDueOn(), rule.basis());
    }
}
