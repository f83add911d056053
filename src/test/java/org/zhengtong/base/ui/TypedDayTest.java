package org.zhengtong.base.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedDayTest {
    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    @Test
    void a_day_begins_and_ends_at_midnight() {
        assertThat(TypedDay.of(" 2026-03-02 ")).contains(LocalDate.of(2026, 3, 2));
        assertThat(TypedDay.start("2026-03-02", BEIJING)).isEqualTo(Instant.parse("2026-03-01T16:00:00Z"));
        assertThat(TypedDay.end("2026-03-02", BEIJING)).isEqualTo(Instant.parse("2026-03-02T16:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2026-02-30",
                "0000-00-00",
                "9999-12-31",
                "+999999999-12-31",
                "-999999999-01-01",
                "2026-3-2",
                "三月二日"
            })
    void what_no_calendar_has_is_no_day(String typed) {
        assertThat(TypedDay.of(typed)).isEmpty();
        assertThat(TypedDay.end(typed, BEIJING)).isNull();
    }
}
