package org.zhengtong.data.registers;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.Shell;

/** Values as pages and exports write them. */
public final class Values {

    private static final int SHOWN_GEOMETRY = 60;

    private Values() {}

    /** A value for a reader: names for codes, yes and no, units behind numbers. */
    public static String said(Shell shell, RegisterItem item, @Nullable Object value) {
        if (value == null) {
            return "—";
        }
        return switch (item.type()) {
            case YES_NO -> shell.say(value.toString().equals("true") ? "registers.yes" : "registers.no");
            case CHOICE -> label(item, value.toString(), shell.locale());
            case WHOLE -> value instanceof Long number ? withUnit(shell.number(number), item) : value.toString();
            case DECIMAL ->
                value instanceof BigDecimal number ? withUnit(number.toPlainString(), item) : value.toString();
            case GEOMETRY -> {
                var text = value.toString();
                yield text.length() > SHOWN_GEOMETRY ? text.substring(0, SHOWN_GEOMETRY) + "…" : text;
            }
            case TEXT, DATE -> value.toString();
        };
    }

    private static String withUnit(String number, RegisterItem item) {
        return item.rules().unit() == null
                ? number
                : number + " " + item.rules().unit();
    }

    /** Name of a code in the reader's language. */
    public static String label(RegisterItem item, String code, Locale locale) {
        return item.codes().stream()
                .filter(option -> option.value().equals(code))
                .map(option -> option.label().in(locale))
                .findFirst()
                .orElse(code);
    }
}
