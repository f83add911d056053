package org.zhengtong.service.supervision.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.Departments;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.supervision.Card;
import org.zhengtong.service.supervision.Rules;

/** Makes cards ready to be shown. */
@Component
class CardViews {

    private static final int MOST_DAYS = 7;

    private final Departments departments;
    private final Rules rules;
    private final WorkingCalendar calendar;

    CardViews(Departments departments, Rules rules, WorkingCalendar calendar) {
        this.departments = departments;
        this.rules = rules;
        this.calendar = calendar;
    }

    List<CardView> of(List<Card> cards) {
        var names = departments.names(cards.stream().map(Card::department).toList());
        return cards.stream()
                .map(card -> new CardView(
                        card,
                        names.getOrDefault(card.department(), card.department().value()),
                        rules.find(card.ruleVersion(), card.ruleId()).orElse(null),
                        days(card)))
                .toList();
    }

    /** The limit's last day and the days up to the judging; of a long delay only the last ones. */
    private List<CardView.LateDay> days(Card card) {
        var dueOn = card.dueOn();
        var days = new ArrayList<CardView.LateDay>();
        if (dueOn == null) {
            return days;
        }
        days.add(new CardView.LateDay(dueOn, "due", 0));
        var shown = card.judgedOn().minusDays(MOST_DAYS - 2L);
        for (LocalDate day = shown.isAfter(dueOn) ? shown : dueOn.plusDays(1);
                !day.isAfter(card.judgedOn());
                day = day.plusDays(1)) {
            var late = calendar.overdueDays(dueOn, day);
            days.add(new CardView.LateDay(day, calendar.isWorkingDay(day) ? "late" : "rest", late));
        }
        return days;
    }
}
