package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.CaseworkFixtures;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** What nobody answers is accepted by law (行政许可法 第三十二条). */
@PlatformTest
class DeemedAcceptanceTest {

    @Autowired
    ApplicationContext platform;

    @Autowired
    CaseReading reading;

    @Autowired
    DeemedAcceptanceJob job;

    @Autowired
    SettableClock clock;

    @AfterEach
    void monday_again() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void on_the_sixth_day_the_law_accepts_and_spring_festival_does_not_count() {
        clock.set("2026-02-10T10:00");
        var fixtures = CaseworkFixtures.of(platform);
        var number = fixtures.filed();
        // 2026: 11, 12, 13 and 14 February are worked, 15 to 23 February are the Spring Festival; the fifth day is the
        // 24th.
        clock.set("2026-02-24T23:00");
        job.run();
        assertThat(reading.openMine(number, fixtures.wangHaiyan()).file().state())
                .isEqualTo(CaseState.FILED);

        clock.set("2026-02-25T00:05");
        job.run();

        var view = reading.openMine(number, fixtures.wangHaiyan());
        assertThat(view.file().state()).isEqualTo(CaseState.ACCEPTED);
        assertThat(view.file().deemedAccepted()).isTrue();
        assertThat(view.file().acceptedOn()).isEqualTo(LocalDate.of(2026, 2, 10));
        assertThat(view.timeline().getFirst().kind()).isEqualTo(CaseView.EventKind.DEEMED_ACCEPTED);
        assertThat(view.lanes()).allMatch(lane -> lane.state() == TaskState.OPEN);
        assertThat(view.mainClock().dueOn()).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(view.mainClock().state()).isEqualTo(ClockView.State.OVERDUE);
    }
}
