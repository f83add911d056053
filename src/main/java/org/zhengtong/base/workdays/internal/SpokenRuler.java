package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.LimitDay;
import org.zhengtong.base.workdays.LimitDayKind;

/** The ruler (工期尺) in words; what lies far from the event, today and the end is folded. */
final class SpokenRuler {
    /** So many days are drawn one by one. */
    private static final int UNFOLDED = 8;
    /** Days shown around each day that matters. */
    private static final int AROUND = 1;

    private final Texts texts;
    private final ClockEvent event;
    private final SpokenDates dates;
    private final Locale locale;

    SpokenRuler(Texts texts, ClockEvent event, LocalDate today, Locale locale) {
        this.texts = texts;
        this.event = event;
        this.dates = new SpokenDates(texts, today, locale);
        this.locale = locale;
    }

    List<RulerDay> draw(List<LimitDay> days) {
        if (days.size() <= UNFOLDED) {
            return days.stream().map(this::draw).toList();
        }
        var drawn = new ArrayList<RulerDay>();
        var folded = new ArrayList<LimitDay>();
        for (int i = 0; i < days.size(); i++) {
            if (matters(days, i)) {
                fold(folded, drawn);
                drawn.add(draw(days.get(i)));
            } else {
                folded.add(days.get(i));
            }
        }
        fold(folded, drawn);
        return drawn;
    }

    private static boolean matters(List<LimitDay> days, int index) {
        int from = Math.max(0, index - AROUND);
        int until = Math.min(days.size(), index + AROUND + 1);
        return index <= AROUND
                || index >= days.size() - 1 - AROUND
                || days.subList(from, until).stream().anyMatch(day -> day.today() || day.kind() == LimitDayKind.DUE);
    }

    private void fold(List<LimitDay> folded, List<RulerDay> drawn) {
        if (folded.size() <= 1) {
            folded.forEach(day -> drawn.add(draw(day)));
        } else {
            long counted = folded.stream().filter(day -> day.number() > 0).count();
            var late = folded.getLast().kind() == LimitDayKind.LATE;
            drawn.add(new RulerDay(
                    late ? LimitDayKind.LATE.cssClass() : foldedKind(folded),
                    texts.say(
                            locale,
                            "workdays.ruler.stretch",
                            dates.plain(folded.getFirst().day()),
                            dates.plain(folded.getLast().day())),
                    texts.say(locale, "workdays.ruler.folded", counted, folded.size() - counted),
                    false));
        }
        folded.clear();
    }

    private static String foldedKind(List<LimitDay> folded) {
        var kinds = folded.stream().map(LimitDay::kind).distinct().toList();
        if (kinds.size() == 1) {
            return kinds.getFirst().cssClass();
        }
        return kinds.contains(LimitDayKind.USED) ? LimitDayKind.USED.cssClass() : "";
    }

    private RulerDay draw(LimitDay day) {
        var date = dates.plain(day.day());
        var shown = day.today() ? texts.say(locale, "workdays.ruler.today", date) : date;
        return new RulerDay(day.kind().cssClass(), shown, note(day), day.today());
    }

    private String note(LimitDay day) {
        return switch (day.kind()) {
            case ZERO ->
                texts.say(
                        locale,
                        "workdays.ruler.zero",
                        dates.shortWeekday(day.day()),
                        texts.say(locale, "workdays.words.event." + event));
            case REST -> day.name().isEmpty() ? texts.say(locale, "workdays.ruler.rest") : day.name();
            case STOP -> texts.say(locale, "workdays.ruler.stop");
            case DUE -> texts.say(locale, "workdays.ruler.due." + event);
            case LATE -> texts.say(locale, "workdays.ruler.late", day.number());
            case USED, TODAY, AHEAD ->
                texts.say(locale, day.makeUp() ? "workdays.ruler.make-up" : "workdays.ruler.counted", day.number());
        };
    }
}
