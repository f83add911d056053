package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.zhengtong.testing.PlatformTest;
import org.zhengtong.testing.SettableClock;

/** A procedure that asks no department under these answers is decided with the acceptance; no clock runs on. */
@PlatformTest
class SettledAtOnceTest {

    private static final String ONLY_LARGE_ONES = """
        tree:
          choice:
            branches:
              - when: 'answers.company.capital > 900000000000'
                then:
                  step: {key: decide, title: 登记决定, kind: decide, department: market-regulation, lead: true, committed: 3 wd}
        """;

    @Autowired
    ApplicationContext platform;

    @Autowired
    CaseReading reading;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void monday_morning() {
        clock.set(SettableClock.MONDAY_TEN);
    }

    @Test
    void the_joint_clock_ends_on_the_day_it_begins() {
        var number = NestedProcedures.accepted(platform, ONLY_LARGE_ONES);

        var view = reading.openMine(number, CaseworkFixtures.of(platform).wangHaiyan());

        assertThat(view.file().state()).isEqualTo(CaseState.GRANTED);
        assertThat(Objects.requireNonNull(view.mainClock()).state()).isEqualTo(ClockView.State.MET);
        assertThat(platform.getBean(CaseRoll.class)
                        .clock(new CaseClocks.ClockRef(number, ClockView.JOINT))
                        .orElseThrow()
                        .state())
                .isEqualTo(ClockView.State.MET);
    }
}
