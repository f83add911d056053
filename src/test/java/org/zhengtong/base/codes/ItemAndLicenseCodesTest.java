package org.zhengtong.base.codes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengtong.base.codes.CodeFixtures.flawOf;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemAndLicenseCodesTest {
    private static final String ROOT = LicenseIdentifier.ROOT + ".";
    private static final String LICENSE = ROOT + "11100000000013338W011.11430000006122244L.20230000403.001.U";

    @ParameterizedTest
    @ValueSource(strings = {"11370800MB285591843370117002011", "12441500196720244T3442199806003"})
    void takes_item_codes_of_31_characters(String raw) {
        var code = ItemCode.check(raw).valid().orElseThrow();

        assertThat(code.shape()).isEqualTo(ItemCodeShape.IMPLEMENTATION);
        assertThat(code.body().orElseThrow().value()).isEqualTo(raw.substring(0, 18));
        assertThat(code.basicCode()).contains(raw.substring(19));
    }

    @Test
    void takes_every_form_that_a_county_publishes() {
        assertThat(CodeFixtures.read("item_codes.csv")).hasSize(40).allSatisfy(row -> {
            var code = ItemCode.check(row.getField("code")).valid().orElseThrow();
            assertThat(code.shape()).isEqualTo(ItemCodeShape.CATALOG);
        });
        assertThat(new ItemCode("511A0138000000-511602000000-000-115113010833722043-1-00").division())
                .contains(new DivisionCode("511602"));
    }

    @Test
    void says_precisely_what_is_wrong_with_an_item_code() {
        assertThat(flawOf(ItemCode.check(""))).isEqualTo("codes.item_code.empty");
        assertThat(flawOf(ItemCode.check("11370800MB28559184337011700201"))).isEqualTo("codes.item_code.wrong_length");
        assertThat(flawOf(ItemCode.check("11370800MB285591853370117002011")))
                .isEqualTo("codes.item_code.wrong_credit_code");
        assertThat(flawOf(ItemCode.check("11370800MB285591849370117002011"))).isEqualTo("codes.item_code.wrong_level");
        assertThat(flawOf(ItemCode.check("511A--1-00"))).isEqualTo("codes.item_code.wrong_parts");
        assertThat(flawOf(ItemCode.check("A-B-" + "0".repeat(61)))).isEqualTo("codes.item_code.too_long");
        assertThat(flawOf(ItemCode.check("511A_1"))).isEqualTo("codes.item_code.illegal_character");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11100000000013338W011.11430000006122244L.20230000403.001.U",
                "11100000MB03271699022.340100.000000016.001.9",
                "11100000000013338W009.11330105002500287C.2025052201.002.0"
            })
    void license_identifiers_seen_in_public_are_read(String raw) {
        assertThat(LicenseIdentifier.check(raw).valid()).contains(new LicenseIdentifier(ROOT + raw));
    }

    @Test
    void a_license_identifier_is_taken_apart_and_put_together() {
        var identifier = new LicenseIdentifier(LICENSE);

        assertThat(LicenseIdentifier.of(
                        identifier.typeCode(), identifier.issuer().orElseThrow(), identifier.serial()))
                .isEqualTo(identifier);
        assertThat(identifier.nextVersion().version()).isEqualTo(2);
        assertThat(identifier.nextVersion().serial()).isEqualTo("20230000403");
    }

    @Property
    void finds_every_change_of_one_character_of_a_license_identifier(
            @ForAll @IntRange(max = 35) int other, @ForAll @IntRange(max = 54) int place) {
        int at = ROOT.length() + place;
        char changed = CheckCharacter.DIGITS_AND_CAPITALS.charAt(other);
        var wrong = LICENSE.substring(0, at) + changed + LICENSE.substring(at + 1);

        assertThat(LicenseIdentifier.check(wrong).valid().isPresent()).isEqualTo(wrong.equals(LICENSE));
    }

    @Test
    void says_precisely_what_is_wrong_with_a_license_identifier() {
        assertThat(flawOf(LicenseIdentifier.check(""))).isEqualTo("codes.license_identifier.empty");
        assertThat(flawOf(LicenseIdentifier.check("1.2.156.3005.2.1")))
                .isEqualTo("codes.license_identifier.wrong_parts");
        assertThat(flawOf(LicenseIdentifier.check(LICENSE.replace(".U", ".M"))))
                .isEqualTo("codes.license_identifier.wrong_check");
        assertThat(flawOf(LicenseIdentifier.check(LICENSE.replace("2244L", "2244K"))))
                .isEqualTo("codes.license_identifier.wrong_issuer");
        assertThat(flawOf(LicenseIdentifier.check(LICENSE + "!")))
                .isEqualTo("codes.license_identifier.illegal_character");
    }

    @Test
    void takes_mobile_numbers_as_people_write_them_and_prints_them_masked() {
        var number = MobileNumber.check("+86 138-0000 0426").valid().orElseThrow();

        assertThat(number.value()).isEqualTo("13800000426");
        assertThat(number).hasToString("138****0426");
        assertThat(flawOf(MobileNumber.check(""))).isEqualTo("codes.mobile_number.empty");
        assertThat(flawOf(MobileNumber.check("1380000042"))).isEqualTo("codes.mobile_number.wrong_length");
        assertThat(flawOf(MobileNumber.check("23800000426"))).isEqualTo("codes.mobile_number.wrong_start");
        assertThat(flawOf(MobileNumber.check("1380000O426"))).isEqualTo("codes.mobile_number.illegal_character");
        assertThatThrownBy(() -> new MobileNumber("23800000426")).hasMessageNotContaining("0426");
    }

    @Test
    void takes_organization_codes_with_and_without_hyphen() {
        assertThat(OrganizationCode.check("00877868-5").valid()).contains(new OrganizationCode("008778685"));
        assertThat(flawOf(OrganizationCode.check("00877868-6"))).isEqualTo("codes.organization_code.wrong_check");
        assertThat(flawOf(OrganizationCode.check("0087786"))).isEqualTo("codes.organization_code.wrong_length");
        assertThat(flawOf(OrganizationCode.check("0087786%5"))).isEqualTo("codes.organization_code.illegal_character");
        assertThat(flawOf(OrganizationCode.check(""))).isEqualTo("codes.organization_code.empty");
    }
}
