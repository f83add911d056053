package org.zhengtong.service.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.zhengtong.base.codes.DivisionCode;

class CaseNumberTest {

    private static final DivisionCode COUNTY = new DivisionCode("370116");

    @Test
    void is_made_of_county_day_serial_and_check_character() {
        assertThat(CaseNumber.of(COUNTY, LocalDate.of(2026, 3, 3), 2).value()).isEqualTo("370116-20260303-0002-X");
    }

    @Test
    void grows_to_five_digits() {
        assertThat(CaseNumber.of(COUNTY, LocalDate.of(2026, 3, 2), 12345).value())
                .startsWith("370116-20260302-12345-");
    }

    @Test
    void refuses_a_wrong_check_character() {
        assertThatThrownBy(() -> new CaseNumber("370116-20260303-0002-1")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void forgives_blanks_and_missing_hyphens() {
        assertThat(CaseNumber.parse(" 370116 20260303 0002 x ")).contains(new CaseNumber("370116-20260303-0002-X"));
        assertThat(CaseNumber.parse("370116-20260303-0003-X")).isEmpty();
    }
}
