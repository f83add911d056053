package org.zhengtong.base.jobs.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengtong.base.jobs.JobSchedule;

class ScheduleFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999", "-5", "0", "99999999", "", "NaN", "١٠"})
    @Timeout(20)
    void minutes_that_are_no_pause_are_refused_at_once(String minutes) {
        assertThat(every(minutes).toSchedule()).isEmpty();
        assertThat(every(minutes).fault()).isEqualTo("jobs.fault.minutes");
    }

    @Test
    void parts_of_a_minute_are_a_pause() {
        assertThat(every("0.5").toSchedule()).contains(new JobSchedule.Every(Duration.ofSeconds(30)));
    }

    private static ScheduleForm every(String minutes) {
        return new ScheduleForm("every", minutes, null, null, List.of(), null);
    }
}
