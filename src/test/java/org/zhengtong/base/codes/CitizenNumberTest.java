package org.zhengtong.base.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.base.codes.CodeFixtures.flawOf;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CitizenNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String EXAMPLE = "11010519491231002X";

    /** Numbers nobody holds: sequences from 996 were kept for people over 100. */
    @Provide
    Arbitrary<String> rightNumbers() {
        var births = Arbitraries.longs()
                .between(
                        LocalDate.of(1930, 1, 1).toEpochDay(),
                        LocalDate.of(2020, 1, 1).toEpochDay())
                .map(day -> LocalDate.ofEpochDay(day).format(DateTimeFormatter.BASIC_ISO_DATE));
        return Combinators.combine(births, Arbitraries.integers().between(996, 999))
                .as((birth, sequence) -> "370102" + birth + sequence)
                .map(body -> body + CheckCharacter.ofCitizenNumber(body));
    }

    @Test
    void agrees_with_every_case() {
        assertThat(CodeFixtures.read("ric_synthetic_cases.csv")).hasSize(80).allSatisfy(row -> {
            var expected = row.getField("expected");
            assertThat(CitizenNumber.check(row.getField("number"), TODAY)
                            .valid()
                            .isPresent())
                    .as(row.getField("why"))
                    .isEqualTo(!expected.equals("invalid"));
        });
    }

    @Property
    void finds_every_change_of_one_digit(
            @ForAll("rightNumbers") String right,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 9) int digit) {
        var wrong = right.substring(0, place) + digit + right.substring(place + 1);

        assertThat(CitizenNumber.check(wrong).valid().isPresent()).isEqualTo(wrong.equals(right));
    }

    @Property
    void finds_every_swap_of_neighbours(@ForAll("rightNumbers") String right, @ForAll @IntRange(max = 16) int place) {
        var wrong =
                right.substring(0, place) + right.charAt(place + 1) + right.charAt(place) + right.substring(place + 2);

        assertThat(CitizenNumber.check(wrong).valid().isPresent()).isEqualTo(wrong.equals(right));
    }

    @Test
    void upgrades_numbers_of_15_digits() {
        assertThat(CitizenNumber.check("110105491231002").valid()).contains(new CitizenNumber(EXAMPLE));
        assertThat(CitizenNumber.check("110105250101996").valid().orElseThrow().birthDate())
                .isEqualTo("1825-01-01");
    }

    @Test
    void never_prints_the_number() {
        var number = new CitizenNumber(EXAMPLE);

        assertThat(number).hasToString("1101**********002X");
        assertThatThrownBy(() -> new CitizenNumber("110105194912310021"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("110105");
        assertThat(CitizenNumber.check("110105194912310021").toString()).doesNotContain("19491231");
    }

    @Test
    void tells_birth_date_division_and_sex() {
        var number = new CitizenNumber(EXAMPLE);

        assertThat(number.birthDate()).isEqualTo("1949-12-31");
        assertThat(number.division()).isEqualTo(new DivisionCode("110105"));
        assertThat(number.female()).isTrue();
    }

    @Test
    void says_precisely_what_is_wrong() {
        assertThat(flawOf(CitizenNumber.check(""))).isEqualTo("codes.citizen_number.empty");
        assertThat(flawOf(CitizenNumber.check("11010519491231002"))).isEqualTo("codes.citizen_number.wrong_length");
        assertThat(flawOf(CitizenNumber.check("1101051949123100X1")))
                .isEqualTo("codes.citizen_number.illegal_character");
        assertThat(flawOf(CitizenNumber.check("99010519491231002X"))).isEqualTo("codes.citizen_number.unknown_region");
        assertThat(flawOf(CitizenNumber.check("110105194913310027")))
                .isEqualTo("codes.citizen_number.impossible_birth_date");
        assertThat(flawOf(CitizenNumber.check(EXAMPLE, LocalDate.of(1949, 12, 30))))
                .isEqualTo("codes.citizen_number.born_in_future");
        assertThat(flawOf(CitizenNumber.check("110105194912310021"))).isEqualTo("codes.citizen_number.wrong_check");
    }
}
