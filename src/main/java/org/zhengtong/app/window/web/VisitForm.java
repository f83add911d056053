package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.casework.CaseVisits;
import org.zhengtong.service.casework.SiteVisit;

/**
 * What is typed about site visits; each form of the page uses some of it.
 *
 * @param of which form it is: what it does and to which visit, such as {@code move-1}
 */
public record VisitForm(
        @Nullable String of,
        @Nullable String heldOn,
        @Nullable String startsAt,
        @Nullable String place,
        @Nullable String purpose,
        List<String> people,
        @Nullable String reason,
        @Nullable String result,
        @Nullable String words) {

    /** Nothing typed yet. */
    static final VisitForm EMPTY = new VisitForm(null, null, null, null, null, List.of(), null, null, null);

    public VisitForm {
        people = people == null ? new ArrayList<>() : new ArrayList<>(people);
    }

    /** Whether it was typed into this form. */
    public boolean about(String form) {
        return form.equals(of);
    }

    public String heldText() {
        return text(heldOn);
    }

    public String startsText() {
        return text(startsAt);
    }

    public String placeText() {
        return text(place);
    }

    public String purposeText() {
        return text(purpose);
    }

    public String reasonText() {
        return text(reason);
    }

    public String wordsText() {
        return text(words);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** When and where; null when the day cannot be read. */
    CaseVisits.@Nullable When when() {
        LocalDate day = TypedDay.of(heldOn).orElse(null);
        return day == null ? null : new CaseVisits.When(day, startsText(), placeText());
    }

    List<AccountId> accounts() {
        return people.stream()
                .filter(one -> one.matches("[1-9][0-9]{0,17}"))
                .map(one -> new AccountId(Long.parseLong(one)))
                .distinct()
                .toList();
    }

    /** What was found; null when nothing was chosen. */
    SiteVisit.@Nullable Result resultChosen() {
        return Stream.of(SiteVisit.Result.values())
                .filter(one -> one.name().equals(result))
                .findFirst()
                .orElse(null);
    }
}
