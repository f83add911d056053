package org.zhengtong.data.registers.internal.loading;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.CitizenNumber;
import org.zhengtong.base.schema.Field;
import org.zhengtong.data.registers.RegisterItem;

/**
 * Brings what sources write into the one form that registers keep: dates of five styles, numbers written as text, yes and no in
 * their usual words, code names for codes. What cannot be brought into that form stays as it was read, for the rule to name it.
 */
public final class WrittenForms {

    private final RegisterItem item;
    private final Map<String, String> codes = new HashMap<>();

    public WrittenForms(RegisterItem item) {
        this.item = item;
        item.codes().forEach(code -> {
            codes.put(code.label().chinese(), code.value());
            if (code.label().english() != null) {
                codes.putIfAbsent(code.label().english(), code.value());
            }
        });
        item.codes().forEach(code -> codes.put(code.value(), code.value()));
    }

    /** The value in its kept form; null for a blank one. */
    public @Nullable String form(@Nullable String raw) {
        if (raw == null) {
            return null;
        }
        var text = clean(raw);
        if (text.isEmpty()) {
            return null;
        }
        return switch (item.type()) {
            case TEXT -> coded(text);
            case CHOICE -> codes.getOrDefault(text, text);
            case DATE -> WrittenDay.iso(text);
            case WHOLE, DECIMAL -> number(text);
            case YES_NO -> yesNo(text);
            case GEOMETRY -> text;
        };
    }

    /** Without blanks around it; control characters, which no text of a register holds, become blanks. */
    static String clean(String raw) {
        var plain = true;
        for (var at = 0; at < raw.length(); at++) {
            var letter = raw.charAt(at);
            if (letter < ' '
                    || letter == '\u007f'
                    || letter == '\u00a0'
                    || letter == '\u3000'
                    || letter == '\ufeff'
                    || Character.isSurrogate(letter)) {
                plain = false;
                break;
            }
        }
        if (plain) {
            return raw.isEmpty() || raw.charAt(0) > ' ' && raw.charAt(raw.length() - 1) > ' ' ? raw : raw.strip();
        }
        var text = new StringBuilder(raw.length());
        raw.codePoints()
                .forEach(letter -> text.appendCodePoint(
                        letter < ' ' || letter == 0x7f || letter == 0xfeff || letter == 0xa0
                                ? ' '
                                : letter >= 0xd800 && letter <= 0xdfff ? 0xfffd : letter));
        return text.toString().strip();
    }

    private String coded(String text) {
        if (item.rules().format() == Field.Format.CITIZEN_NUMBER) {
            return text.length() == 18 && isPlainCode(text)
                    ? text
                    : CitizenNumber.check(text)
                            .valid()
                            .map(CitizenNumber::value)
                            .orElse(text);
        }
        if (item.rules().format() == Field.Format.CREDIT_CODE) {
            return text.length() == 18 && isPlainCode(text)
                    ? text
                    : narrow(text).replace("-", "").replace(" ", "").toUpperCase(Locale.ROOT);
        }
        return item.rules().format() == null ? text : narrow(text);
    }

    private static boolean isPlainCode(String text) {
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (!(letter >= '0' && letter <= '9' || letter >= 'A' && letter <= 'Z')) {
                return false;
            }
        }
        return true;
    }

    /** Full-width digits and letters in their usual width. */
    static String narrow(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= '\uff01' && text.charAt(at) <= '\uff5e') {
                var narrow = new StringBuilder(text.length());
                text.chars()
                        .forEach(letter -> narrow.append(
                                (char) (letter >= 0xff01 && letter <= 0xff5e ? letter - 0xfee0 : letter)));
                return narrow.toString();
            }
        }
        return text;
    }

    private static String number(String text) {
        if (isPlainNumber(text)) {
            return text;
        }
        var narrow = narrow(text).replace(" ", "").replace("\u3000", "");
        if (narrow.matches("[-+]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?")) {
            narrow = narrow.replace(",", "");
        }
        if (!narrow.matches("[-+]?(?:[0-9]{1,40}(?:\\.[0-9]{0,40})?|\\.[0-9]{1,40})(?:[eE][-+]?[0-9]{1,2})?")) {
            return text;
        }
        var number = new BigDecimal(narrow).stripTrailingZeros();
        return number.signum() == 0 ? "0" : number.toPlainString();
    }

    /** A number without sign, exponent or needless zeros stands as it is. */
    private static boolean isPlainNumber(String text) {
        var point = false;
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter == '.') {
                point = true;
            } else if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return !point && text.length() < 19 && (text.charAt(0) != '0' || text.length() == 1);
    }

    private static String yesNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "1", "\u662f", "\u6709", "\u2713", "\u221a" -> "true";
            case "false", "f", "no", "n", "0", "\u5426", "\u65e0", "\u00d7" -> "false";
            default -> text;
        };
    }
}
