package org.zhengtong.base.workdays.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.base.workdays.CalendarDayKind;
import org.zhengtong.base.workdays.CalendarMark;

/** What the form for marking days sends; {@code last} may be left empty for one day. */
public record MarkForm(
        @Nullable String first,
        @Nullable String last,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String reason) {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_REASON = 200;

    static MarkForm empty(String first) {
        return new MarkForm(first, "", "", "", "");
    }

    /** The text of a field, trimmed; empty when it was not sent. */
    public static String text(@Nullable String field) {
        return field == null ? "" : field.strip();
    }

    /** All faults at once, each with its field. */
    List<MarkFault> faults() {
        var faults = new ArrayList<MarkFault>();
        var firstOn = day(first);
        var lastOn = text(last).isEmpty() ? firstOn : day(last);
        if (firstOn == null) {
            faults.add(new MarkFault("first", "workdays.form.first.wrong"));
        }
        if (lastOn == null && !text(last).isEmpty()) {
            faults.add(new MarkFault("last", "workdays.form.last.wrong"));
        } else if (firstOn != null && lastOn != null && !isStretch(firstOn, lastOn)) {
            faults.add(new MarkFault("last", "workdays.form.last.far", CalendarMark.LONGEST));
        }
        if (kindOf(text(kind)) == null) {
            faults.add(new MarkFault("kind-OFF", "workdays.form.kind.missing"));
        }
        addTextFault(faults, "name", name, LONGEST_NAME);
        addTextFault(faults, "reason", reason, LONGEST_REASON);
        return faults;
    }

    private static void addTextFault(List<MarkFault> faults, String field, @Nullable String value, int longest) {
        if (text(value).isEmpty()) {
            faults.add(new MarkFault(field, "workdays.form." + field + ".missing"));
        } else if (text(value).length() > longest) {
            faults.add(new MarkFault(
                    field, "workdays.form.too-long", longest, text(value).length()));
        }
    }

    private static boolean isStretch(LocalDate firstOn, LocalDate lastOn) {
        return !lastOn.isBefore(firstOn) && lastOn.toEpochDay() - firstOn.toEpochDay() < CalendarMark.LONGEST;
    }

    /** The mark of a form without faults. */
    CalendarMark toMark() {
        var firstOn = TypedDay.of(first).orElseThrow();
        var lastOn = TypedDay.of(last).orElse(firstOn);
        return new CalendarMark(firstOn, lastOn, CalendarDayKind.valueOf(text(kind)), text(name), text(reason));
    }

    private static @Nullable LocalDate day(@Nullable String value) {
        return TypedDay.of(value)
                .filter(day -> day.getYear() >= 1949 && day.getYear() <= 2149)
                .orElse(null);
    }

    private static @Nullable CalendarDayKind kindOf(String value) {
        return switch (value) {
            case "OFF" -> CalendarDayKind.OFF;
            case "WORK" -> CalendarDayKind.WORK;
            default -> null;
        };
    }
}
