package org.zhengtong.base.codes;

import org.jspecify.annotations.Nullable;

/** Mobile telephone number of mainland China, 11 digits. Prints masked. */
public record MobileNumber(String value) {
    private static final int LENGTH = 11;

    public MobileNumber {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not a mobile number (" + flaw.messageKey() + ")");
        }
    }

    /** Checks what somebody typed, after normalising it; hyphens and the country code +86 are dropped. */
    public static CodeCheck<MobileNumber> check(String raw) {
        var digits = TypedCode.normalizeWithoutHyphens(raw).replaceFirst("^(?:\\+|00)?86(?=1[0-9]{10}$)", "");
        return CodeFlaw.check(digits, MobileNumber::findFlaw, MobileNumber::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.mobile_number.empty");
        }
        var illegal = CodeFlaw.illegalCharacter("codes.mobile_number.illegal_character", value, CheckCharacter.DIGITS);
        if (illegal != null) {
            return illegal;
        }
        if (value.length() != LENGTH) {
            return CodeFlaw.of("codes.mobile_number.wrong_length", LENGTH, value.length());
        }
        return value.charAt(0) == '1' && value.charAt(1) >= '3' ? null : CodeFlaw.of("codes.mobile_number.wrong_start");
    }

    /** Safe to show: {@code 138****0426}. */
    public String masked() {
        return value.substring(0, 3) + "****" + value.substring(7);
    }

    /** The last four digits, by which a case can be looked up without an account. */
    public String lastFour() {
        return value.substring(7);
    }

    /** Masked, so that no log prints the number by accident; say {@link #value()} for the number itself. */
    @Override
    public String toString() {
        return masked();
    }
}
