package org.zhengtong.base.codes;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015): registrar, kind, division, organization code, check
 * character. A code whose inner organization code fails its own check is accepted, since some were issued so.
 */
public record CreditCode(String value) {
    private static final int LENGTH = 18;
    private static final String CONFUSABLE_LETTERS = "IOSVZ";

    public CreditCode {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not a credit code: " + value + " (" + flaw.messageKey() + ")");
        }
    }

    /** The code a market entity gets at registration (GB 32100: 9 = market regulation, 1 = enterprise). */
    public static CreditCode ofEnterprise(DivisionCode county, OrganizationCode organization) {
        var body = "91" + county.value().substring(0, 6) + organization.value();
        return new CreditCode(body + CheckCharacter.ofCreditCode(body));
    }

    /** Checks what somebody typed, after normalising it. */
    public static CodeCheck<CreditCode> check(String raw) {
        return CodeFlaw.check(TypedCode.normalizeWithoutHyphens(raw), CreditCode::findFlaw, CreditCode::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.credit_code.empty");
        }
        var illegal = findIllegalCharacter(value);
        if (illegal != null) {
            return illegal;
        }
        if (value.length() != LENGTH) {
            return CodeFlaw.of("codes.credit_code.wrong_length", LENGTH, value.length());
        }
        if (CodeFlaw.illegalCharacter("", value.substring(2, 8), CheckCharacter.DIGITS) != null) {
            return CodeFlaw.of("codes.credit_code.wrong_division");
        }
        return CheckCharacter.ofCreditCode(value) == value.charAt(LENGTH - 1)
                ? null
                : CodeFlaw.of("codes.credit_code.wrong_check");
    }

    private static @Nullable CodeFlaw findIllegalCharacter(String value) {
        var flaw = CodeFlaw.illegalCharacter(
                "codes.credit_code.illegal_character", value, CheckCharacter.CREDIT_CODE_ALPHABET);
        return flaw != null && CONFUSABLE_LETTERS.contains((String) flaw.args().getLast())
                ? new CodeFlaw("codes.credit_code.confusable_letter", flaw.args())
                : flaw;
    }

    /** Division of the registering authority (登记管理机关行政区划码); empty for codes such as 000000. */
    public Optional<DivisionCode> division() {
        return DivisionCode.check(value.substring(2, 8)).valid();
    }

    /** The organization code inside (主体标识码), when it passes its own check. */
    public Optional<OrganizationCode> organizationCode() {
        return OrganizationCode.check(value.substring(8, 17)).valid();
    }

    @Override
    public String toString() {
        return value;
    }
}
