package org.zhengtong.base.workdays.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.workdays.internal.NaiveCalendar.anyDay;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountingWorkingDaysTest {
    private final WorkingDayCount count = new WorkingDayCount(Holidays.INDEX);
    private final NaiveCalendar naive = new NaiveCalendar(Holidays.DAYS);

    @Provide
    Arbitrary<LocalDate> days() {
        return anyDay();
    }

    @Test
    void every_day_from_2000_to_2035_is_what_the_notices_and_the_week_say() {
        LocalDate.of(2000, 1, 1)
                .datesUntil(LocalDate.of(2035, 1, 1))
                .forEach(day -> assertThat(Holidays.INDEX.isWorking(day.toEpochDay()))
                        .as(day.toString())
                        .isEqualTo(naive.isWorkingDay(day)));
    }

    @Property
    void adding_then_counting_agrees(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = -300, max = 300) int amount) {
        assertThat(count.between(day, count.add(day, amount))).isEqualTo(amount);
    }

    @Property
    void agrees_with_counting_day_by_day(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 0, max = 400) int amount) {
        assertThat(count.add(day, amount)).isEqualTo(naive.add(day, amount));
    }

    @Property
    void counting_forth_and_back_differs_only_by_the_ends(
            @ForAll("days") LocalDate from, @ForAll("days") LocalDate to) {
        int ends = Boolean.compare(naive.isWorkingDay(to), naive.isWorkingDay(from));
        int direction = to.isBefore(from) ? -1 : 1;

        assertThat(count.between(from, to) + count.between(to, from)).isEqualTo(from.equals(to) ? 0 : ends * direction);
    }

    @Test
    void years_begin_with_a_known_new_years_day() {
        assertThat(Holidays.INDEX.knowsYear(2007)).isTrue();
        assertThat(Holidays.INDEX.knowsYear(2026)).isTrue();
        assertThat(Holidays.INDEX.knowsYear(2006)).isFalse();
        assertThat(Holidays.INDEX.knowsYear(2027)).isFalse();
    }

    @Test
    void an_empty_calendar_follows_the_week() {
        var week = new WorkingDayCount(WorkingDayIndex.of(List.of()));

        assertThat(week.add(LocalDate.of(2026, 3, 6), 1)).isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(week.add(LocalDate.of(1969, 12, 31), -3)).isEqualTo(LocalDate.of(1969, 12, 26));
    }
}
