package org.zhengtong.app.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many people are made up is said in either way of writing; anything else starts nothing. */
class PopulationCommandTest {

    @ParameterizedTest
    @CsvSource({
        "--rows 1000000,1000000",
        "--rows=500,500",
        "--zhengtong.demo=true --rows 7,7",
        "--rows,0",
        "--rows many,0",
        "7,0"
    })
    void rows_are_read(String typed, long rows) {
        assertThat(PopulationCommand.rows(("make-population " + typed).split(" ")))
                .isEqualTo(rows);
    }

    @Test
    void too_many_are_wrong_use() throws InterruptedException {
        assertThat(PopulationCommand.run("make-population", "--rows", "99999999"))
                .isEqualTo(2);
        assertThat(PopulationCommand.run("make-population")).isEqualTo(2);
    }
}
