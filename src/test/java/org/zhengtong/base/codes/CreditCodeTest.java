package org.zhengtong.base.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.base.codes.CodeFixtures.flawOf;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CreditCodeTest {
    private static final String RIGHT = "11370800MB28559184";
    private static final String ALPHABET = CheckCharacter.CREDIT_CODE_ALPHABET;

    @Provide
    Arbitrary<String> rightCodes() {
        return Arbitraries.strings()
                .withChars(ALPHABET)
                .ofLength(9)
                .map(body -> "91370100" + body)
                .map(body -> body + CheckCharacter.ofCreditCode(body));
    }

    @Test
    void agrees_with_every_code_seen_in_public() {
        assertThat(CodeFixtures.read("uscc_real_codes.csv")).hasSize(139).allSatisfy(row -> {
            var checked = CreditCode.check(row.getField("code"));
            assertThat(checked.valid().isPresent())
                    .as(row.getField("code"))
                    .isEqualTo(row.getField("gb32100_result").equals("valid"));
            checked.valid()
                    .ifPresent(code -> assertThat(code.organizationCode().isPresent())
                            .isEqualTo(row.getField("gb11714_result").equals("org_check_ok")));
        });
    }

    @Test
    void agrees_with_every_made_up_case() {
        assertThat(CodeFixtures.read("uscc_synthetic_cases.csv")).hasSize(91).allSatisfy(row -> {
            var expected = row.getField("expected");
            assertThat(CreditCode.check(row.getField("code")).valid().isPresent())
                    .as(row.toString())
                    .isEqualTo(!expected.equals("invalid"));
        });
    }

    @Property
    void finds_every_change_of_one_character(
            @ForAll("rightCodes") String right,
            @ForAll @IntRange(max = 17) int place,
            @ForAll @IntRange(max = 30) int other) {
        char changed = ALPHABET.charAt(other);
        var wrong = right.substring(0, place) + changed + right.substring(place + 1);

        assertThat(CreditCode.check(wrong).valid().isPresent()).isEqualTo(wrong.equals(right));
    }

    @Property
    void finds_every_swap_of_neighbours(@ForAll("rightCodes") String right, @ForAll @IntRange(max = 16) int place) {
        var wrong =
                right.substring(0, place) + right.charAt(place + 1) + right.charAt(place) + right.substring(place + 2);

        assertThat(CreditCode.check(wrong).valid().isPresent()).isEqualTo(wrong.equals(right));
    }

    @Test
    void takes_full_width_lower_case_blanks_and_hyphens() {
        assertThat(CreditCode.check("　１１３７０８００ mb28-5591 ８４\u200b").valid()).contains(new CreditCode(RIGHT));
    }

    @Test
    void says_precisely_what_is_wrong() {
        assertThat(flawOf(CreditCode.check(" "))).isEqualTo("codes.credit_code.empty");
        assertThat(CreditCode.check("11370800MB2855918"))
                .isEqualTo(new CodeCheck.Wrong<>("codes.credit_code.wrong_length", List.of(18, 17)));
        assertThat(CreditCode.check("1137O800MB28559184"))
                .isEqualTo(new CodeCheck.Wrong<>("codes.credit_code.confusable_letter", List.of(5, "O")));
        assertThat(CreditCode.check("1137#800MB28559184"))
                .isEqualTo(new CodeCheck.Wrong<>("codes.credit_code.illegal_character", List.of(5, "#")));
        assertThat(flawOf(CreditCode.check("1137A800MB28559184"))).isEqualTo("codes.credit_code.wrong_division");
        assertThat(flawOf(CreditCode.check("11370800MB28559185"))).isEqualTo("codes.credit_code.wrong_check");
    }

    @Test
    void refuses_to_be_made_wrong() {
        assertThatThrownBy(() -> new CreditCode("11370800mb28559184")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tells_division_and_organization() {
        var code = new CreditCode(RIGHT);

        assertThat(code.division()).contains(new DivisionCode("370800"));
        assertThat(code.organizationCode().orElseThrow().printed()).isEqualTo("MB285591-8");
    }
}
