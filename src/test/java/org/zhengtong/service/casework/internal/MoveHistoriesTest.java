package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Random histories of random nested procedures, under the engine and under {@link MoveModel}: equal after every move in open
 * tasks, results, clocks and state, and in what is refused. {@code -Dzhengtong.histories} says how many.
 */
class MoveHistoriesTest {

    private static final int HISTORIES = Integer.getInteger("zhengtong.histories", 600);
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void histories_come_out_as_a_simple_model_has_them() {
        var done = new TreeMap<String, Integer>();
        for (var seed = 1; seed <= HISTORIES; seed++) {
            var history = new MoveHistory(seed, MONDAY, done);
            history.run(
                    MemoryCase.accepted(history),
                    day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
        }
        // each kind of move came about, and more than here and there
        assertThat(done).hasSize(17).allSatisfy((_, times) -> assertThat(times).isGreaterThan(HISTORIES / 100));
    }
}
