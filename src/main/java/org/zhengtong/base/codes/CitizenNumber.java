package org.zhengtong.base.codes;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Citizen identity number (公民身份号码, GB 11643-1999), 18 characters. Prints masked; exceptions and check results never
 * contain it, because it must not reach a log.
 */
public record CitizenNumber(String value) {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");
    private static final int EARLIEST_YEAR = 1800;

    public CitizenNumber {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not a citizen number (" + flaw.messageKey() + ")");
        }
    }

    /** Checks what somebody typed, after normalising it; a number of 15 digits is upgraded to 18. */
    public static CodeCheck<CitizenNumber> check(String raw) {
        return CodeFlaw.check(upgrade(TypedCode.normalize(raw)), CitizenNumber::findFlaw, CitizenNumber::new);
    }

    /** The same, and the birth date must not lie after today. */
    public static CodeCheck<CitizenNumber> check(String raw, LocalDate today) {
        return switch (check(raw)) {
            case CodeCheck.Valid<CitizenNumber>(var number)
            when number.birthDate().isAfter(today) ->
                new CodeCheck.Wrong<>("codes.citizen_number.born_in_future", List.of());
            case CodeCheck<CitizenNumber> checked -> checked;
        };
    }

    /** The number whose first 17 digits are given: division, birth date, sequence number. */
    public static CitizenNumber completing(String seventeenDigits) {
        return new CitizenNumber(seventeenDigits + CheckCharacter.ofCitizenNumber(seventeenDigits));
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.citizen_number.empty");
        }
        var illegal = findIllegalCharacter(value);
        if (illegal != null) {
            return illegal;
        }
        if (value.length() != LENGTH) {
            return CodeFlaw.of("codes.citizen_number.wrong_length", LENGTH, value.length());
        }
        if (!PROVINCES.contains(value.substring(0, 2))) {
            return CodeFlaw.of("codes.citizen_number.unknown_region");
        }
        if (readBirthDate(value) == null) {
            return CodeFlaw.of("codes.citizen_number.impossible_birth_date");
        }
        return CheckCharacter.ofCitizenNumber(value) == value.charAt(LENGTH - 1)
                ? null
                : CodeFlaw.of("codes.citizen_number.wrong_check");
    }

    private static @Nullable CodeFlaw findIllegalCharacter(String value) {
        var last = value.length() == LENGTH && value.endsWith("X") ? LENGTH - 1 : value.length();
        return CodeFlaw.illegalCharacter(
                "codes.citizen_number.illegal_character", value.substring(0, last), CheckCharacter.DIGITS);
    }

    private static @Nullable LocalDate readBirthDate(String value) {
        int year = Integer.parseInt(value, 6, 10, 10);
        try {
            return year < EARLIEST_YEAR
                    ? null
                    : LocalDate.of(year, Integer.parseInt(value, 10, 12, 10), Integer.parseInt(value, 12, 14, 10));
        } catch (DateTimeException impossible) {
            return null;
        }
    }

    // GB 11643-1999: the old form lacks the century and the check; sequence 996 to 999 was kept for people over 100.
    private static String upgrade(String normalized) {
        if (normalized.length() != OLD_LENGTH || findIllegalCharacter(normalized) != null) {
            return normalized;
        }
        var century = normalized.substring(12).compareTo("996") >= 0 ? "18" : "19";
        var body = normalized.substring(0, 6) + century + normalized.substring(6);
        return body + CheckCharacter.ofCitizenNumber(body);
    }

    /** Birth date (出生日期). */
    public LocalDate birthDate() {
        var date = readBirthDate(value);
        if (date == null) {
            throw new IllegalStateException("Checked number without a birth date");
        }
        return date;
    }

    /** Whether the sequence number is even, which the standard gives to women. */
    public boolean female() {
        return (value.charAt(16) - '0') % 2 == 0;
    }

    /** County of the first registration (常住户口所在县), which may have been abolished since. */
    public DivisionCode division() {
        return new DivisionCode(value.substring(0, 6));
    }

    /** Safe to show: {@code 3701**********2027}. */
    public String masked() {
        return value.substring(0, 4) + "**********" + value.substring(14);
    }

    /** Masked, so that no log or page prints the number by accident; say {@link #value()} for the number itself. */
    @Override
    public String toString() {
        return masked();
    }
}
