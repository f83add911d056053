package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.files.FileOwner;

/**
 * Case number (办件编号) such as {@code 370104-20260302-0017-5}: county division, day of filing, serial of that day, check
 * character (ISO 7064 MOD 11-2 over all digits, {@code X} for ten).
 */
public record CaseNumber(String value) {

    private static final int SHORTEST_SERIAL = 4;
    private static final Pattern FORM = Pattern.compile("([0-9]{6})-([0-9]{8})-([0-9]{4,5})-([0-9X])");

    public CaseNumber {
        var parts = FORM.matcher(value);
        if (!parts.matches() || parts.group(4).charAt(0) != check(parts.group(1) + parts.group(2) + parts.group(3))) {
            throw new IllegalArgumentException("Not a case number: " + value);
        }
    }

    /** The number of the given serial in a division on a day. */
    public static CaseNumber of(DivisionCode division, LocalDate filedOn, long serial) {
        var county = division.value().substring(0, 6);
        var day = filedOn.format(DateTimeFormatter.BASIC_ISO_DATE);
        var digits = Long.toString(serial);
        digits = "0".repeat(Math.max(0, SHORTEST_SERIAL - digits.length())) + digits;
        return new CaseNumber(county + "-" + day + "-" + digits + "-" + check(county + day + digits));
    }

    /** Reads what somebody typed: blanks and missing hyphens are forgiven, a wrong check character is not. */
    public static Optional<CaseNumber> parse(String typed) {
        var text = typed.replaceAll("[\\s-]", "").toUpperCase(java.util.Locale.ROOT);
        if (!text.matches("[0-9]{18,19}[0-9X]")) {
            return Optional.empty();
        }
        var last = text.length() - 1;
        if (text.charAt(last) != check(text.substring(0, last))) {
            return Optional.empty();
        }
        return Optional.of(new CaseNumber(text.substring(0, 6) + "-" + text.substring(6, 14) + "-"
                + text.substring(14, last) + "-" + text.charAt(last)));
    }

    /** Owner of the case's materials in the file store. */
    public FileOwner files() {
        return new FileOwner("casework", "case-" + value);
    }

    /** The case that owns files; empty when something else does, such as a draft. */
    public static Optional<CaseNumber> ownerOf(FileOwner owner) {
        return owner.room().equals("casework") && owner.reference().matches("case[-/].+")
                ? parse(owner.reference().substring("case-".length()))
                : Optional.empty();
    }

    private static char check(String digits) {
        var rest = 0;
        for (var at = 0; at < digits.length(); at++) {
            rest = (rest + digits.charAt(at) - '0') * 2 % 11;
        }
        return "0123456789X".charAt((12 - rest) % 11);
    }

    @Override
    public String toString() {
        return value;
    }
}
