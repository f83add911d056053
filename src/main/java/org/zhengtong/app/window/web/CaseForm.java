package org.zhengtong.app.window.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.ui.TypedDay;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.SpecialProcedure;

/** Everything the forms at the side of a case send; each uses some of it. */
public record CaseForm(
        @Nullable String acceptedOn,
        @Nullable String conclusion,
        @Nullable String opinion,
        @Nullable String reason,
        @Nullable String remedies,
        @Nullable String colleague,
        @Nullable String procedure,
        @Nullable String because,
        @Nullable String expectedOn,
        @Nullable String result,
        @Nullable String clock,
        @Nullable String answer,
        List<String> departments,
        @Nullable String department,
        @Nullable String question,
        @Nullable String answerOn,
        @Nullable String stance,
        @Nullable String words,
        @Nullable String target,
        List<String> signers,
        @Nullable String join,
        @Nullable String count,
        @Nullable String matter,
        @Nullable String signOn,
        @Nullable String against,
        @Nullable String of,
        @Nullable String title,
        @Nullable String days,
        @Nullable String place,
        Map<String, String> demand) {

    /** Nothing typed yet. */
    static final CaseForm EMPTY = new CaseForm(
            null, null, null, null, null, null, null, null, null, null, null, null, List.of(), null, null, null, null,
            null, null, List.of(), null, null, null, null, null, null, null, null, null, Map.of());

    public CaseForm {
        departments = departments == null ? new ArrayList<>() : new ArrayList<>(departments);
        signers = signers == null ? new ArrayList<>() : new ArrayList<>(signers);
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

    public String becauseText() {
        return because == null ? "" : because.strip();
    }

    public String resultText() {
        return result == null ? "" : result.strip();
    }

    public String answerText() {
        return answer == null ? "" : answer.strip();
    }

    /** The step to which a case is sent back. */
    public String targetText() {
        return target == null ? "" : target.strip();
    }

    /** Whether what was typed belongs to the form about this task. */
    public boolean about(int serial) {
        return String.valueOf(serial).equals(of);
    }

    public String titleText() {
        return title == null ? "" : title.strip();
    }

    /** How many working days; 0 when that cannot be read. */
    int dayCount() {
        return days != null && days.matches("[0-9]{1,4}") ? Integer.parseInt(days) : 0;
    }

    public boolean beside() {
        return "beside".equals(place);
    }

    public String matterText() {
        return matter == null ? "" : matter.strip();
    }

    public String againstText() {
        return against == null ? "" : against.strip();
    }

    /** The last day for signing; null when left empty or unreadable. */
    @Nullable
    LocalDate signDay() {
        return TypedDay.of(signOn).orElse(null);
    }

    /** How many must agree; null for all of them, 0 when that cannot be read. */
    @Nullable
    Integer needed() {
        if ("any".equals(join)) {
            return 1;
        }
        return "some".equals(join) ? count != null && count.matches("[0-9]{1,3}") ? Integer.parseInt(count) : 0 : null;
    }

    /** A department that was typed by its name. */
    public String departmentText() {
        return department == null ? "" : department.strip();
    }

    public String questionText() {
        return question == null ? "" : question.strip();
    }

    public String wordsText() {
        return words == null ? "" : words.strip();
    }

    /** The last day for answers to a question; null when left empty or unreadable. */
    @Nullable
    LocalDate answerDay() {
        return TypedDay.of(answerOn).orElse(null);
    }

    /** What a department thinks of it; null when nothing was chosen. */
    Opinion.@Nullable Stance stanceChosen() {
        return Stream.of(Opinion.Stance.values())
                .filter(one -> one.name().equals(stance))
                .findFirst()
                .orElse(null);
    }

    /** The special procedure that was chosen; null when none was. */
    SpecialProcedure.@Nullable Kind kind() {
        return Stream.of(SpecialProcedure.Kind.values())
                .filter(kind -> kind.name().equals(procedure))
                .findFirst()
                .orElse(null);
    }

    /** The day until which a special procedure is expected to last; null when left empty or unreadable. */
    @Nullable
    LocalDate expected() {
        return TypedDay.of(expectedOn).orElse(null);
    }

    /** Whether more time was asked for the whole case. */
    public boolean joint() {
        return "joint".equals(clock);
    }

    /** What was written in words, to be shown when the form it belongs to is gone because a colleague was first. */
    public List<String> written() {
        var all = new ArrayList<>(List.of(opinionText(), reasonText(), becauseText(), resultText(), answerText()));
        all.add(questionText());
        all.add(wordsText());
        all.add(matterText());
        all.add(againstText());
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
