package org.zhengtong.base.codes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Code of an administrative division (行政区划代码, GB/T 2260 and GB/T 10114): 6 digits down to the county, 9 a township, 12 a
 * village. Kept in its shortest form, so that {@code 370102000000} and {@code 370102} are equal. Only the shape is
 * checked; which divisions exist is known by the organization room.
 */
public record DivisionCode(String value) implements Comparable<DivisionCode> {
    private static final Pattern FORM = Pattern.compile("[1-8][0-9]{5}(?:[0-9]{3}){0,2}");

    /** The whole nation (100000), which GB/T 2260 itself does not list. */
    public static final DivisionCode NATION = new DivisionCode("100000");

    public DivisionCode {
        if (findFlaw(value) != null) {
            throw new IllegalArgumentException("Not a division code: " + value);
        }
        value = shorten(value);
    }

    /** Checks what somebody typed, after normalising it. */
    public static CodeCheck<DivisionCode> check(String raw) {
        return CodeFlaw.check(TypedCode.normalize(raw), DivisionCode::findFlaw, DivisionCode::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.division_code.empty");
        }
        var illegal = CodeFlaw.illegalCharacter("codes.division_code.illegal_character", value, CheckCharacter.DIGITS);
        if (illegal != null) {
            return illegal;
        }
        if (value.length() != 6 && value.length() != 9 && value.length() != 12) {
            return CodeFlaw.of("codes.division_code.wrong_length", value.length());
        }
        return FORM.matcher(value).matches() ? null : CodeFlaw.of("codes.division_code.unknown_region");
    }

    private static String shorten(String value) {
        var shortened = value;
        while (shortened.length() > 6 && shortened.endsWith("000")) {
            shortened = shortened.substring(0, shortened.length() - 3);
        }
        return shortened;
    }

    /** Level, read from the zeros at the end. */
    public DivisionLevel level() {
        return switch (value.length()) {
            case 12 -> DivisionLevel.VILLAGE;
            case 9 -> DivisionLevel.TOWNSHIP;
            default -> {
                if (!value.endsWith("00")) {
                    yield DivisionLevel.COUNTY;
                }
                if (!value.endsWith("0000")) {
                    yield DivisionLevel.PREFECTURE;
                }
                yield value.equals("100000") ? DivisionLevel.NATION : DivisionLevel.PROVINCE;
            }
        };
    }

    /** The division above; empty for a province. Townships directly under a prefecture (441900003) belong to it. */
    public Optional<DivisionCode> parent() {
        return switch (level()) {
            case NATION, PROVINCE -> Optional.empty();
            case PREFECTURE -> Optional.of(new DivisionCode(value.substring(0, 2) + "0000"));
            case COUNTY -> Optional.of(new DivisionCode(value.substring(0, 4) + "00"));
            case TOWNSHIP -> Optional.of(new DivisionCode(value.substring(0, 6)));
            case VILLAGE -> Optional.of(new DivisionCode(value.substring(0, 9)));
        };
    }

    /** The province above or itself; empty for the nation. */
    public Optional<DivisionCode> province() {
        return level() == DivisionLevel.NATION
                ? Optional.empty()
                : Optional.of(new DivisionCode(value.substring(0, 2) + "0000"));
    }

    /** Whether the other is this division or lies in it. */
    public boolean covers(DivisionCode other) {
        return other.value.startsWith(prefix());
    }

    /** Leading digits shared by every division in this one; empty for the nation. For prefix queries. */
    public String prefix() {
        return value.substring(0, level().digits());
    }

    /** The 12-digit form used by service items and statistics: {@code 370102000000}. */
    public String twelveDigits() {
        return value + "0".repeat(12 - value.length());
    }

    @Override
    public int compareTo(DivisionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
