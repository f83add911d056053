package org.zhengtong.data.registers;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How a value is shown in part (脱敏). */
public enum Masking {
    /** Citizen number or another long code: {@code 3701**********2027}. */
    NUMBER(text -> middle(text, 4, 4)),
    /** A person's name: {@code 王*燕}. */
    NAME(Masking::name),
    /** A telephone number: {@code 138****0426}. */
    PHONE(text -> middle(text, 3, 4)),
    /** An address without house and room: the part before the first digit. */
    ADDRESS(Masking::address),
    /** An e-mail address: {@code w***@example.org}. */
    EMAIL(Masking::email),
    /** A date: its year. */
    YEAR(text -> text.length() < 4 ? "****" : text.substring(0, 4) + "-**-**"),
    /** Nothing of it. */
    HIDDEN(text -> "****");

    private final UnaryOperator<String> how;

    Masking(UnaryOperator<String> how) {
        this.how = how;
    }

    /** What may be seen of a value; null stays null. */
    public @Nullable String mask(@Nullable Object value) {
        return value == null ? null : how.apply(value.toString());
    }

    private static String middle(String text, int front, int back) {
        return text.length() <= front + back
                ? "*".repeat(text.length())
                : text.substring(0, front)
                        + "*".repeat(text.length() - front - back)
                        + text.substring(text.length() - back);
    }

    private static String name(String text) {
        var letters = text.codePoints().toArray();
        if (letters.length < 2) {
            return "*";
        }
        var masked =
                new StringBuilder().appendCodePoint(letters[0]).append("*".repeat(Math.max(1, letters.length - 2)));
        return letters.length == 2
                ? masked.toString()
                : masked.appendCodePoint(letters[letters.length - 1]).toString();
    }

    private static String address(String text) {
        var at = 0;
        while (at < text.length() && !Character.isDigit(text.charAt(at))) {
            at++;
        }
        return text.substring(0, Math.min(at, Math.max(6, text.length() / 2))) + "****";
    }

    private static String email(String text) {
        var at = text.indexOf('@');
        return at < 1 ? "****" : text.charAt(0) + "***" + text.substring(at);
    }
}
