package org.zhengtong.base.codes;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identifier of an electronic licence (电子证照标识, GB/T 36902-2018): root, type, issuer, serial, version and a check
 * character by ISO 7064 MOD 37,36 over all of it without root and dots.
 */
public record LicenseIdentifier(String value) {
    /** Root of electronic licences. */
    public static final String ROOT = "1.2.156.3005.2";

    private static final int LAST_VERSION = 999;
    private static final Pattern FORM = Pattern.compile(
            "1\\.2\\.156\\.3005\\.2\\.([0-9A-Z]{18}[0-9]{3})\\.([0-9A-Z]{6}|[0-9A-Z]{18})\\.([0-9A-Z]{1,30})\\.([0-9]{3})\\.([0-9A-Z])");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Z]{1,30}");
    private static final Pattern TYPE = Pattern.compile("[0-9A-Z]{18}[0-9]{3}");

    public LicenseIdentifier {
        var flaw = findFlaw(value);
        if (flaw != null) {
            throw new IllegalArgumentException("Not a licence identifier: " + value + " (" + flaw.messageKey() + ")");
        }
    }

    /** The first version of a licence: type code (证照类型代码, 21 characters), issuer and serial (流水号). */
    public static LicenseIdentifier of(String typeCode, CreditCode issuer, String serial) {
        return of(typeCode, issuer, serial, 1);
    }

    /** A given version, with its check character computed. */
    public static LicenseIdentifier of(String typeCode, CreditCode issuer, String serial, int version) {
        return build(typeCode, issuer.value(), serial, version);
    }

    private static LicenseIdentifier build(String typeCode, String issuer, String serial, int version) {
        if (!TYPE.matcher(typeCode).matches() || !SERIAL.matcher(serial).matches()) {
            throw new IllegalArgumentException("Not a licence type and serial: " + typeCode + ", " + serial);
        }
        if (version < 1 || version > LAST_VERSION) {
            throw new IllegalArgumentException("Not a licence version: " + version);
        }
        var versionDigits = "%03d".formatted(version);
        char check = CheckCharacter.ofLicenseIdentifier(typeCode + issuer + serial + versionDigits);
        return new LicenseIdentifier(
                String.join(".", ROOT, typeCode, issuer, serial, versionDigits, String.valueOf(check)));
    }

    /** Checks what somebody typed, after normalising it; the root may be left out. */
    public static CodeCheck<LicenseIdentifier> check(String raw) {
        var normalized = TypedCode.normalize(raw);
        var rooted = normalized.isEmpty() || normalized.startsWith("1.2.") ? normalized : ROOT + "." + normalized;
        return CodeFlaw.check(rooted, LicenseIdentifier::findFlaw, LicenseIdentifier::new);
    }

    private static @Nullable CodeFlaw findFlaw(String value) {
        if (value.isEmpty()) {
            return CodeFlaw.of("codes.license_identifier.empty");
        }
        var illegal = CodeFlaw.illegalCharacter(
                "codes.license_identifier.illegal_character", value, CheckCharacter.DIGITS_AND_CAPITALS + ".");
        if (illegal != null) {
            return illegal;
        }
        var parts = FORM.matcher(value);
        if (!parts.matches() || parts.group(4).equals("000")) {
            return CodeFlaw.of("codes.license_identifier.wrong_parts");
        }
        if (!isIssuer(parts.group(2))) {
            return CodeFlaw.of("codes.license_identifier.wrong_issuer");
        }
        var body = parts.group(1) + parts.group(2) + parts.group(3) + parts.group(4);
        return CheckCharacter.ofLicenseIdentifier(body) == parts.group(5).charAt(0)
                ? null
                : CodeFlaw.of("codes.license_identifier.wrong_check");
    }

    // The standard asks for a credit code; housing funds in circulation carry their city's division code.
    private static boolean isIssuer(String code) {
        return CreditCode.check(code).valid().isPresent()
                || DivisionCode.check(code).valid().isPresent();
    }

    /** The same licence after a change or an extension: same serial, version + 1. */
    public LicenseIdentifier nextVersion() {
        return build(typeCode(), issuerCode(), serial(), version() + 1);
    }

    /** Licence type: credit code of the body that defined it and three digits (证照类型代码). */
    public String typeCode() {
        return part(0);
    }

    /** The body that issued the licence (颁发机构), when it is named by its credit code as the standard asks. */
    public Optional<CreditCode> issuer() {
        return CreditCode.check(issuerCode()).valid();
    }

    /** The issuer as written: a credit code, or in some licences in circulation a division code. */
    public String issuerCode() {
        return part(1);
    }

    /** Serial number (流水号), the same in all versions. */
    public String serial() {
        return part(2);
    }

    /** Version, from 1. */
    public int version() {
        return Integer.parseInt(part(3));
    }

    private String part(int index) {
        return value.substring(ROOT.length() + 1).split("\\.", -1)[index];
    }

    @Override
    public String toString() {
        return value;
    }
}
