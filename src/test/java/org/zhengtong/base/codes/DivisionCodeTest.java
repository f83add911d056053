package org.zhengtong.base.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengtong.base.codes.CodeFixtures.flawOf;

import java.time.Year;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DivisionCodeTest {

    @ParameterizedTest
    @CsvSource({
        "100000, NATION,",
        "370000, PROVINCE,",
        "370100, PREFECTURE, 370000",
        "370102, COUNTY, 370100",
        "370102001, TOWNSHIP, 370102",
        "370102001001, VILLAGE, 370102001",
        "441900003, TOWNSHIP, 441900"
    })
    void knows_its_level_and_what_lies_above(String code, DivisionLevel level, String parent) {
        var division = new DivisionCode(code);

        assertThat(division.level()).isEqualTo(level);
        assertThat(division.parent().map(DivisionCode::value).orElse(null)).isEqualTo(parent);
    }

    @Test
    void is_the_same_in_all_its_lengths() {
        assertThat(new DivisionCode("370102000000")).isEqualTo(new DivisionCode("370102"));
        assertThat(new DivisionCode("370102000")).isEqualTo(new DivisionCode("370102"));
        assertThat(new DivisionCode("370102").twelveDigits()).isEqualTo("370102000000");
    }

    @ParameterizedTest
    @CsvSource({
        "100000, 370102001, true",
        "370000, 370102001001, true",
        "370100, 370100, true",
        "370100, 370200, false",
        "370102, 370100, false",
        "370102, 370102001, true",
        "370102001, 370102002001, false"
    })
    void covers_itself_and_what_lies_below(String code, String other, boolean covers) {
        assertThat(new DivisionCode(code).covers(new DivisionCode(other))).isEqualTo(covers);
    }

    @Test
    void says_precisely_what_is_wrong() {
        assertThat(flawOf(DivisionCode.check(""))).isEqualTo("codes.division_code.empty");
        assertThat(flawOf(DivisionCode.check("3701"))).isEqualTo("codes.division_code.wrong_length");
        assertThat(flawOf(DivisionCode.check("37O100"))).isEqualTo("codes.division_code.illegal_character");
        assertThat(flawOf(DivisionCode.check("970100"))).isEqualTo("codes.division_code.unknown_region");
        assertThat(DivisionCode.check(" ３７０１０２ ").valid()).contains(new DivisionCode("370102"));
    }

    @Test
    void remembers_counties_that_were_merged_or_renamed() {
        var history = DivisionHistory.shipped();

        var abolished = history.find(new DivisionCode("330103")).orElseThrow();
        var founded = history.find(new DivisionCode("330113")).orElseThrow();
        var steady = history.find(new DivisionCode("370102")).orElseThrow();

        assertThat(abolished.mayApplyIn(Year.of(2020))).isTrue();
        assertThat(abolished.mayApplyIn(Year.of(2024))).isFalse();
        assertThat(founded.mayApplyIn(Year.of(2020))).isFalse();
        assertThat(founded.mayApplyIn(Year.of(2024))).isTrue();
        assertThat(steady.mayApplyIn(Year.of(1990))).isTrue();
        assertThat(history.find(new DivisionCode("370176"))).isEmpty();
    }
}
