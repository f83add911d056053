package org.zhengtong.data.registers.internal.definition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.Field;
import org.zhengtong.data.registers.ItemType;
import org.zhengtong.data.registers.RegisterItem;

/**
 * The rules of an item as SQL: an expression that is null for a good value and else the name of the rule it breaks. Cheap
 * tests come first; what is compared digit by digit is taken as bytes once a row ({@link #bytes}).
 */
public final class RuleSql {

    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int[] CREDIT_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CODE_LENGTH = 18;
    /** What the digits' own codes ('0' is 48) add to the weighted sum of 17 digits. */
    private static final int ZERO_DIGITS = 48 * Arrays.stream(CITIZEN_WEIGHTS).sum();

    /** PostgreSQL takes a hundred arguments of a function; each value has a separator. */
    private static final int CONCATENATED = 40;

    private static final String NO_VALUE = "ff";

    private RuleSql() {}

    /**
     * @param value expression of the value as text
     * @param bytes expression of the same as bytes, null unless it has the length of a code ({@link #bytes})
     */
    public static String brokenRule(RegisterItem item, String value, String bytes, String box) {
        var required = item.required()
                ? "when %s is null then 'required' ".formatted(value)
                : "when %s is null then null ".formatted(value);
        var rules = switch (item.type()) {
            case TEXT -> text(item, value, bytes);
            case CHOICE -> when(notAmong(item, value), "code");
            case DATE ->
                when(
                        "not (length(%1$s) = 10 and substr(%1$s, 5, 1) = '-' and pg_input_is_valid(%1$s, 'date'))"
                                .formatted(value),
                        "date");
            case WHOLE ->
                when("not (length(%1$s) < 19 and pg_input_is_valid(%1$s, 'bigint'))".formatted(value), "whole")
                        + range(item, value, "bigint");
            case DECIMAL ->
                when(
                                "not (length(%1$s) < 40 and ltrim(%1$s, '-0123456789.') = '' and pg_input_is_valid(%1$s, 'numeric'))"
                                        .formatted(value),
                                "number")
                        + range(item, value, "numeric");
            case YES_NO -> when("%s not in ('true', 'false')".formatted(value), "yes_no");
            case GEOMETRY -> when("%s is null".formatted(box), "geometry");
        };
        return "case " + required + rules + "end";
    }

    private static String when(String condition, String rule) {
        return "when " + condition + " then '" + rule + "' ";
    }

    private static String text(RegisterItem item, String value, String bytes) {
        var rules = item.rules();
        var sql = rules.format() != null && rules.format() != Field.Format.EMAIL
                ? format(rules.format(), value, bytes)
                : when("length(%s) > %d".formatted(value, rules.maxLength()), "length")
                        + (rules.format() == null ? "" : format(rules.format(), value, bytes));
        if (rules.pattern() != null) {
            sql += when("not regexp_like(%s, %s)".formatted(value, literal(rules.pattern())), "pattern");
        }
        return sql;
    }

    private static String format(Field.Format format, String value, String bytes) {
        return switch (format) {
            case CITIZEN_NUMBER -> when("not (" + citizenNumber(value, bytes) + ")", "citizen_number");
            case CREDIT_CODE -> when("not (" + creditCode(value, bytes) + ")", "credit_code");
            case MOBILE ->
                when(
                        "not (length(%1$s) = 11 and starts_with(%1$s, '1') and rtrim(%1$s, '0123456789') = '')"
                                .formatted(value),
                        "mobile");
            case DIVISION ->
                when(
                        "not (length(%1$s) in (6, 9, 12) and rtrim(%1$s, '0123456789') = '')".formatted(value),
                        "division");
            case POSTAL_CODE ->
                when("not (length(%1$s) = 6 and rtrim(%1$s, '0123456789') = '')".formatted(value), "postal_code");
            case EMAIL -> when("not (%1$s like '_%%@_%%._%%' and strpos(%1$s, ' ') = 0)".formatted(value), "email");
        };
    }

    // GB 11643: weights, and the remainder's place in 10X98765432.
    private static String citizenNumber(String value, String bytes) {
        return bytes
                + " is not null and rtrim(left(%1$s, 17), '0123456789') = '' and pg_input_is_valid(substr(%1$s, 7, 8), 'date')"
                        .formatted(value)
                + " and get_byte(" + bytes + ", 17) = get_byte('10X98765432'::bytea, ("
                + sum(CITIZEN_WEIGHTS, bytes, "get_byte(%s, %d)") + " - " + ZERO_DIGITS + ") % 11)";
    }

    // GB 32100: the place of each character in the alphabet, weights, and 31 minus the remainder's place.
    private static String creditCode(String value, String bytes) {
        var values = "'\\x" + alphabetValues() + "'::bytea";
        return bytes + " is not null and ltrim(" + value + ", '" + CREDIT_ALPHABET + "') = '' and get_byte(" + bytes
                + ", 17) = get_byte('" + CREDIT_ALPHABET + "'::bytea, (31 - ("
                + sum(CREDIT_WEIGHTS, bytes, "get_byte(" + values + ", get_byte(%s, %d) & 127)") + ") % 31) % 31)";
    }

    private static String alphabetValues() {
        var table = new StringBuilder();
        for (var character = 0; character < 128; character++) {
            var at = CREDIT_ALPHABET.indexOf(character);
            table.append(at < 0 ? NO_VALUE : "%02x".formatted(at));
        }
        return table.toString();
    }

    private static String sum(int[] weights, String bytes, String digit) {
        var sum = new StringBuilder();
        for (var at = 0; at < weights.length; at++) {
            sum.append(at == 0 ? "" : " + ")
                    .append('(')
                    .append(digit.formatted(bytes, at))
                    .append(") * ")
                    .append(weights[at]);
        }
        return sum.toString();
    }

    /** Whether an item's rule looks at bytes. */
    public static boolean byBytes(RegisterItem item) {
        return item.type() == ItemType.TEXT
                && (item.rules().format() == Field.Format.CITIZEN_NUMBER
                        || item.rules().format() == Field.Format.CREDIT_CODE);
    }

    /** The value as bytes when it can be a code at all. */
    public static String bytes(String value) {
        return "case when length(%1$s) = %2$d and octet_length(%1$s) = %2$d and strpos(%1$s, '\\') = 0 then %1$s::bytea end"
                .formatted(value, CODE_LENGTH);
    }

    private static String notAmong(RegisterItem item, String value) {
        return value + " not in ("
                + item.codes().stream().map(code -> literal(code.value())).collect(Collectors.joining(", ")) + ")";
    }

    private static String range(RegisterItem item, String value, String type) {
        var rules = item.rules();
        return bound(rules.least(), "%s::%s < ".formatted(value, type), "least")
                + bound(rules.most(), "%s::%s > ".formatted(value, type), "most");
    }

    private static String bound(@Nullable BigDecimal limit, String comparison, String rule) {
        return limit == null ? "" : when(comparison + limit.toPlainString(), rule);
    }

    /** A text as a literal: quotes doubled, and no backslash has a meaning. */
    public static String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("A zero character in a literal");
        }
        return "'" + text.replace("'", "''") + "'";
    }

    /** What a broken rule wants, for people. */
    public static String wanted(RegisterItem item, String rule) {
        var rules = item.rules();
        return switch (rule) {
            case "length" -> String.valueOf(rules.maxLength());
            case "least" -> rules.least() == null ? "" : rules.least().toPlainString();
            case "most" -> rules.most() == null ? "" : rules.most().toPlainString();
            case "pattern" -> String.valueOf(rules.pattern());
            case "code" ->
                item.codes().stream()
                        .map(code -> code.label().chinese())
                        .limit(8)
                        .collect(Collectors.joining("、"));
            default -> "";
        };
    }

    /** A typed column from a text that keeps to the rules. */
    public static String typed(RegisterItem item, String value) {
        return switch (item.type()) {
            case TEXT, CHOICE, GEOMETRY -> value;
            default -> value + "::" + item.type().sql();
        };
    }

    /** A stored value as the text it was read from. */
    public static String written(RegisterItem item, String column) {
        return switch (item.type()) {
            case TEXT, CHOICE, GEOMETRY -> column;
            case DECIMAL -> "trim_scale(" + column + ")::text";
            default -> column + "::text";
        };
    }

    /** One row as one text for its digest: values with a separator, ended by a mark that no value holds. */
    public static String canonical(List<RegisterItem> items, String prefix) {
        var groups = new ArrayList<String>();
        for (var from = 0; from < items.size(); from += CONCATENATED) {
            groups.add(items.subList(from, Math.min(items.size(), from + CONCATENATED)).stream()
                    .map(item ->
                            "coalesce(" + written(item, prefix + RegisterShape.column(item.name())) + ", E'\\x1e')")
                    .collect(Collectors.joining(", E'\\x1f', ", "concat(", ")")));
        }
        return String.join(" || E'\\x1f' || ", groups) + " || E'\\x1d'";
    }
}
