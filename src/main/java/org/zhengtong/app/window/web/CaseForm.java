package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;

/** Everything the forms at the side of a case send; each uses some of it. */
public record CaseForm(
        @Nullable String acceptedOn,
        @Nullable String conclusion,
        @Nullable String opinion,
        @Nullable String reason,
        @Nullable String remedies,
        @Nullable String colleague,
        Map<String, String> demand) {

    /** Nothing typed yet. */
    static final CaseForm EMPTY = new CaseForm(null, null, null, null, null, null, Map.of());

    public CaseForm {
        // the binder puts the entries into the map once more after it has made the record
        demand = demand == null ? new HashMap<>() : new HashMap<>(demand);
    }

    public String opinionText() {
        return opinion == null ? "" : opinion.strip();
    }

    public String reasonText() {
        return reason == null ? "" : reason.strip();
    }

    public String remediesText() {
        return remedies == null ? "" : remedies.strip();
    }

    /** What was written in words, to be shown when the form it belongs to is gone because a colleague was first. */
    public List<String> written() {
        var all = new ArrayList<>(List.of(opinionText(), reasonText()));
        all.addAll(demand.values());
        return all.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    public boolean denies() {
        return "deny".equals(conclusion);
    }

    /** The day of acceptance; null when left empty or unreadable. */
    @Nullable
    LocalDate accepted() {
        return TypedDay.of(acceptedOn).orElse(null);
    }

    boolean dateReadable() {
        return acceptedOn == null || acceptedOn.isBlank() || accepted() != null;
    }
}
