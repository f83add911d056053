package org.zhengtong.base.workdays.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.workdays.TimeLimit.calendarDays;
import static org.zhengtong.base.workdays.TimeLimit.workingDays;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.base.workdays.TimeLimit;

class TimeLimitArithmeticTest {
    private final LimitArithmetic arithmetic = new LimitArithmetic(Holidays.INDEX);
    private final NaiveCalendar naive = new NaiveCalendar(Holidays.DAYS);
    private final WorkingDayCount count = new WorkingDayCount(Holidays.INDEX);

    private record Clock(LocalDate event, TimeLimit limit, List<ClockStop> stops) {}

    @Provide
    Arbitrary<Clock> clocks() {
        return NaiveCalendar.anyDay()
                .flatMap(event -> NaiveCalendar.anyLimit()
                        .flatMap(limit ->
                                NaiveCalendar.stopsAround(event).map(stops -> new Clock(event, limit, stops))));
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return NaiveCalendar.anyDay();
    }

    @Property(tries = 3000, edgeCases = EdgeCasesMode.NONE)
    void agrees_with_the_rules_applied_day_by_day(@ForAll("clocks") Clock clock) {
        var due = arithmetic.due(clock.event(), clock.limit(), clock.stops());

        assertThat(due.dueOn()).isEqualTo(naive.due(clock.event(), clock.limit(), clock.stops()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void ends_on_a_working_day(@ForAll("clocks") Clock clock) {
        var due = arithmetic.due(clock.event(), clock.limit(), clock.stops()).dueOn();

        assertThat(due == null || naive.isWorkingDay(due)).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_longer_limit_never_ends_earlier(@ForAll("clocks") Clock clock) {
        var due = arithmetic.due(clock.event(), clock.limit(), clock.stops()).dueOn();
        var longer = arithmetic
                .due(clock.event(), clock.limit().plus(1), clock.stops())
                .dueOn();

        assertThat(longer == null || (due != null && !longer.isBefore(due))).isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void a_later_event_never_ends_earlier(@ForAll("clocks") Clock clock) {
        var due = arithmetic.due(clock.event(), clock.limit(), clock.stops()).dueOn();
        var later = arithmetic
                .due(clock.event().plusDays(1), clock.limit(), clock.stops())
                .dueOn();

        assertThat(later == null || clock.limit().amount() == 0 || (due != null && !later.isBefore(due)))
                .isTrue();
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void stops_move_the_end_by_exactly_the_stopped_working_days(
            @ForAll("clocks") Clock clock, @ForAll @IntRange(min = 1, max = 60) int amount) {
        var limit = workingDays(amount);
        var due = arithmetic.due(clock.event(), limit, clock.stops()).dueOn();
        if (due == null) {
            return;
        }
        var without = arithmetic.due(clock.event(), limit, List.of()).requireDueOn();
        long stopped = clock.event()
                .plusDays(1)
                .datesUntil(due)
                .filter(day -> naive.isWorkingDay(day) && NaiveCalendar.isStopped(day, clock.stops()))
                .count();

        assertThat(due).isEqualTo(count.add(without, Math.toIntExact(stopped)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void an_open_stop_keeps_what_is_left(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 40) int amount,
            @ForAll @IntRange(min = 1, max = 80) int daysBefore) {
        var from = event.plusDays(daysBefore);
        var due = arithmetic.due(event, workingDays(amount), List.of(new ClockStop(from, null)));

        if (due.standsStill()) {
            int used = count.between(event, from.minusDays(1));
            assertThat(due.amountLeft()).isEqualTo(amount - used).isPositive();
        } else {
            assertThat(due.requireDueOn()).isBefore(from);
        }
    }

    @Test
    void three_working_days_from_a_monday_end_on_thursday() {
        assertThat(dueOn("2026-03-02", workingDays(3))).isEqualTo("2026-03-05");
    }

    @Test
    void a_weekend_worked_in_exchange_counts() {
        assertThat(dueOn("2026-02-27", workingDays(3))).isEqualTo("2026-03-03");
    }

    @Test
    void the_week_of_the_national_day_does_not_count() {
        assertThat(dueOn("2026-09-30", workingDays(1))).isEqualTo("2026-10-08");
    }

    @Test
    void calendar_days_ending_on_a_holiday_end_on_the_next_working_day() {
        assertThat(dueOn("2026-09-16", calendarDays(15))).isEqualTo("2026-10-08");
    }

    @Test
    void a_limit_of_none_ends_on_the_day_or_the_next_working_day() {
        assertThat(dueOn("2026-03-02", workingDays(0))).isEqualTo("2026-03-02");
        assertThat(dueOn("2026-03-07", workingDays(0))).isEqualTo("2026-03-09");
    }

    @Test
    void the_day_of_resuming_counts_and_the_day_of_stopping_does_not() {
        var stop = new ClockStop(LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-06"));

        assertThat(arithmetic
                        .due(LocalDate.parse("2026-03-02"), workingDays(3), List.of(stop))
                        .dueOn())
                .isEqualTo("2026-03-09");
    }

    private LocalDate dueOn(String event, TimeLimit limit) {
        return arithmetic.due(LocalDate.parse(event), limit, List.of()).requireDueOn();
    }
}
