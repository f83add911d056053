package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.Reopening;

/** What is typed to register a decision that reopens a case. */
public record ReopeningForm(
        @Nullable String kind,
        @Nullable String document,
        @Nullable String body,
        @Nullable String datedOn,
        @Nullable String reason,
        @Nullable List<String> steps,
        @Nullable String days,
        @Nullable String unit) {

    /** Nothing typed yet. */
    static final ReopeningForm EMPTY = new ReopeningForm(null, null, null, null, null, null, null, null);

    public Reopening.@Nullable Kind chosen() {
        return Arrays.stream(Reopening.Kind.values())
                .filter(one -> one.name().equals(kind))
                .findFirst()
                .orElse(null);
    }

    public String documentText() {
        return text(document);
    }

    public String bodyText() {
        return text(body);
    }

    public String datedText() {
        return text(datedOn);
    }

    public String reasonText() {
        return text(reason);
    }

    public String daysText() {
        return text(days);
    }

    public boolean calendarDays() {
        return "calendar".equals(unit);
    }

    public boolean picked(String step) {
        return picks().contains(step);
    }

    List<String> picks() {
        return steps == null ? List.of() : steps;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    @Nullable
    LocalDate day() {
        return TypedDay.of(datedOn).orElse(null);
    }

    boolean dayUnreadable() {
        return !datedText().isEmpty() && day() == null;
    }

    boolean daysUnreadable() {
        return !daysText().isEmpty() && limit() == null;
    }

    /** The limit that the decision sets; null when it sets none, or none that can be. */
    @Nullable
    TimeLimit limit() {
        if (!daysText().matches("[0-9]{1,3}")) {
            return null;
        }
        var amount = Integer.parseInt(daysText());
        if (amount < 1 || amount > CaseReopenings.LONGEST_DAYS) {
            return null;
        }
        return calendarDays() ? TimeLimit.calendarDays(amount) : TimeLimit.workingDays(amount);
    }

    CaseReopenings.Register register() {
        return new CaseReopenings.Register(chosen(), documentText(), bodyText(), day(), reasonText(), picks(), limit());
    }
}
