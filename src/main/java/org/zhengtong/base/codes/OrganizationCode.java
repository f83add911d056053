package org.zhengtong.base.codes;

import org.jspecify.annotations.Nullable;

/** Organization code (组织机构代码, GB 11714-1997): eight characters and a check character, kept without the hyphen. */
public record OrganizationCode(String value) {
    private static final int LENGTH = 9;

    public OrganizationCode {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not an organization code: " + value + " (" + flaw.messageKey() + ")");
        }
    }

    /** The code that begins with these eight characters, with its check character computed. */
    public static OrganizationCode of(String eightCharacters) {
        return new OrganizationCode(eightCharacters + CheckCharacter.ofOrganizationCode(eightCharacters));
    }

    /** Checks what somebody typed, after normalising it; the hyphen before the check character may be there or not. */
    public static CodeCheck<OrganizationCode> check(String raw) {
        return CodeFlaw.check(
                TypedCode.normalizeWithoutHyphens(raw), OrganizationCode::findFlaw, OrganizationCode::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.organization_code.empty");
        }
        var illegal = CodeFlaw.illegalCharacter(
                "codes.organization_code.illegal_character", value, CheckCharacter.DIGITS_AND_CAPITALS);
        if (illegal != null) {
            return illegal;
        }
        if (value.length() != LENGTH) {
            return CodeFlaw.of("codes.organization_code.wrong_length", LENGTH, value.length());
        }
        return CheckCharacter.ofOrganizationCode(value) == value.charAt(LENGTH - 1)
                ? null
                : CodeFlaw.of("codes.organization_code.wrong_check");
    }

    /** As printed on certificates: {@code 40135908-1}. */
    public String printed() {
        return value.substring(0, 8) + "-" + value.charAt(8);
    }

    @Override
    public String toString() {
        return value;
    }
}
