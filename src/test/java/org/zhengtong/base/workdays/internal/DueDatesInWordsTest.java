package org.zhengtong.base.workdays.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.workdays.TimeLimit.calendarDays;
import static org.zhengtong.base.workdays.TimeLimit.workingDays;
import static org.zhengtong.base.workdays.TimeLimitKind.COMMITTED;
import static org.zhengtong.base.workdays.TimeLimitKind.STATUTORY;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.base.workdays.ClockEvent;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.DueDateExplanation;
import org.zhengtong.base.workdays.LimitDay;
import org.zhengtong.base.workdays.LimitDayKind;
import org.zhengtong.base.workdays.TimeLimit;

class DueDatesInWordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final LimitArithmetic arithmetic = new LimitArithmetic(Holidays.INDEX);
    private final SpokenDueDates words = new SpokenDueDates(new MessageFiles(), new FixedCalendar(Holidays.INDEX));

    private DueDateExplanation explain(LocalDate event, TimeLimit limit, LocalDate today, ClockStop... stops) {
        return LimitExplanation.of(Holidays.INDEX, arithmetic.due(event, limit, List.of(stops)), today);
    }

    private String chinese(DueDateExplanation explanation) {
        return words.explain(explanation, ClockEvent.ACCEPTED, COMMITTED, Locale.CHINA);
    }

    private String english(DueDateExplanation explanation) {
        return words.explain(explanation, ClockEvent.ACCEPTED, STATUTORY, Locale.ENGLISH);
    }

    @Test
    void three_days_without_anything_between() {
        var explanation = explain(MONDAY, workingDays(3), MONDAY);

        assertThat(chinese(explanation)).isEqualTo("3月2日（星期一）受理，承诺 3 个工作日。扣除受理当天；其间没有休息日，也没有停止计时。所以最迟 3月5日办结。");
        assertThat(english(explanation))
                .isEqualTo(
                        "Accepted on Monday 2 March; allowed by law: 3 working days. The day of acceptance does not count; "
                                + "there are no days off and the clock did not stop. So it is to be completed by 5 March.");
    }

    @Test
    void days_off_and_stops_are_counted_out() {
        var stop = new ClockStop(LocalDate.of(2026, 9, 28), LocalDate.of(2026, 9, 30));
        var explanation = explain(LocalDate.of(2026, 9, 24), workingDays(3), MONDAY, stop);

        assertThat(chinese(explanation)).contains("其间有 10 天休息日不算，停止计时的 2 天也不算");
        assertThat(explanation.stoppedDays()).isEqualTo(2);
        assertThat(explanation.due().requireDueOn()).isEqualTo("2026-10-09");
    }

    @Test
    void calendar_days_that_end_on_a_holiday_move_on() {
        var explanation = explain(LocalDate.of(2026, 9, 16), calendarDays(15), MONDAY);

        assertThat(chinese(explanation))
                .contains("其间休息日照算，没有停止计时")
                .contains("顺延 7 天")
                .contains("10月8日办结");
        assertThat(explanation.rolledDays()).isEqualTo(7);
    }

    @Test
    void an_open_stop_says_what_is_left() {
        var explanation =
                explain(MONDAY, workingDays(3), LocalDate.of(2026, 3, 6), new ClockStop(MONDAY.plusDays(2), null));

        assertThat(chinese(explanation)).endsWith("从 3月4日起停止计时，还剩 2 个工作日，恢复计时后再算最迟日期。");
        assertThat(words.summary(explanation.due(), MONDAY, Locale.CHINA)).isEqualTo("停止计时，还剩 2 个工作日");
        assertThat(kinds(explanation))
                .containsExactly(
                        LimitDayKind.ZERO, LimitDayKind.USED, LimitDayKind.STOP, LimitDayKind.STOP, LimitDayKind.STOP);
    }

    @Test
    void years_without_an_arrangement_are_named() {
        var explanation = explain(LocalDate.of(2026, 12, 30), workingDays(5), MONDAY);

        assertThat(chinese(explanation)).contains("2027 年的节假日安排还没有录入").endsWith("所以最迟 2027年1月6日办结。");
        assertThat(english(explanation)).contains("The holidays of 2027 are not entered yet");
    }

    @Test
    void on_the_spot() {
        assertThat(chinese(explain(MONDAY, workingDays(0), MONDAY))).isEqualTo("3月2日（星期一）受理，承诺当场办。所以最迟 3月2日办结。");
    }

    @Test
    void summaries_say_how_much_is_left_or_how_late_it_is() {
        var due = arithmetic.due(MONDAY, workingDays(3), List.of());

        assertThat(words.summary(due, MONDAY.plusDays(2), Locale.CHINA)).isEqualTo("最迟 3月5日（星期四），还有 1 个工作日");
        assertThat(words.summary(due, MONDAY.plusDays(3), Locale.CHINA)).isEqualTo("最迟今天，3月5日（星期四）");
        assertThat(words.summary(due, MONDAY.plusDays(8), Locale.CHINA)).isEqualTo("最迟 3月5日（星期四），已超 3 个工作日");
        assertThat(words.summary(due, MONDAY.plusDays(4), Locale.ENGLISH))
                .isEqualTo("Due Thursday 5 March, 1 working day late");
    }

    @Test
    void the_ruler_shows_each_day_of_a_short_limit() {
        var explanation = explain(LocalDate.of(2026, 2, 27), workingDays(3), MONDAY);

        assertThat(words.ruler(explanation, ClockEvent.ACCEPTED, Locale.CHINA))
                .containsExactly(
                        new RulerDay("zero", "2月27日", "周五，受理", false),
                        new RulerDay("used", "2月28日", "第 1 天，调休上班", false),
                        new RulerDay("rest", "3月1日", "休息", false),
                        new RulerDay("today", "3月2日，今天", "第 2 天", true),
                        new RulerDay("due", "3月3日", "最迟办结", false));
    }

    @Test
    void the_ruler_folds_a_long_limit() {
        var explanation = explain(MONDAY, workingDays(45), LocalDate.of(2026, 3, 20));

        var ruler = words.ruler(explanation, ClockEvent.ACCEPTED, Locale.CHINA);

        assertThat(ruler).hasSizeLessThan(12).anyMatch(day -> day.day().equals("3月4日到3月18日"));
        assertThat(ruler.getLast().note()).isEqualTo("最迟办结");
    }

    @Test
    void the_ruler_of_an_overdue_limit_goes_on_to_today() {
        var explanation = explain(LocalDate.of(2026, 2, 27), workingDays(1), MONDAY.plusDays(1));

        assertThat(kinds(explanation))
                .containsExactly(
                        LimitDayKind.ZERO, LimitDayKind.DUE, LimitDayKind.REST, LimitDayKind.LATE, LimitDayKind.LATE);
        assertThat(explanation.restDays()).isZero();
    }

    @Test
    void both_languages_have_the_same_texts() {
        for (var room : List.of("workdays", "codes")) {
            assertThat(MessageFiles.read(room + "_en.properties").stringPropertyNames())
                    .isEqualTo(MessageFiles.read(room + ".properties").stringPropertyNames());
        }
    }

    private static List<LimitDayKind> kinds(DueDateExplanation explanation) {
        return explanation.days().stream().map(LimitDay::kind).toList();
    }
}
