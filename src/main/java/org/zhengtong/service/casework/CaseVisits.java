package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;

/**
 * Joint site visits (联合踏勘). Whoever may decide for the department that leads the case plans them, and so may its window;
 * each department that takes part writes what it found. Each action is one transaction, like those of {@link Cases}.
 */
public interface CaseVisits {

    /** As many of the department that leads must take part (行政许可法 第三十四条). */
    int FEWEST = 2;

    /** Plans a visit; the applicant and those who take part are told. */
    CaseOutcome plan(CaseNumber number, Plan plan, CurrentUser by);

    /** Moves a visit that was not written up yet; {@code reason} has at least ten characters. */
    CaseOutcome move(CaseNumber number, int serial, When when, String reason, CurrentUser by);

    /** Calls a visit off; {@code reason} has at least ten characters. */
    CaseOutcome callOff(CaseNumber number, int serial, String reason, CurrentUser by);

    /** Writes what a department found. The record is made when all have written. Not to be called inside a transaction. */
    FindingOutcome find(TaskId task, Finding finding, CurrentUser by);

    /** Makes the record without those who have not written; {@code reason} has at least ten characters. */
    CaseOutcome close(CaseNumber number, int serial, String reason, CurrentUser by);

    /** Whether this member of staff may plan visits of this case, were it in the right state. */
    boolean may(CaseNumber number, CurrentUser by);

    /** The departments of this case, and who of each can take part. */
    List<Eligible> eligible(CaseNumber number, CurrentUser by);

    /** Visits in the user's scope, by day. */
    List<Row> list(Filter filter, @Nullable Cursor after, int size, CurrentUser by);

    /** How many there are. */
    long count(Filter filter, CurrentUser by);

    /** All of them; recorded. */
    Stream<Row> export(Filter filter, CurrentUser by);

    /** When and where. */
    record When(LocalDate heldOn, String startsAt, String place) {}

    /** A visit to be planned, with all who take part. */
    record Plan(When when, String purpose, List<AccountId> people) {}

    /** What a department found; {@code words} has at least ten characters. */
    record Finding(SiteVisit.Result result, String words, List<Upload> files) {}

    /** A photograph or paper as it arrives. */
    record Upload(String name, @Nullable String type, InputStreamSource content) {}

    /** What became of a finding. */
    sealed interface FindingOutcome {

        /** What the case engine says. */
        record Answered(CaseOutcome outcome) implements FindingOutcome {}

        /** A file was not taken; nothing was written. */
        record FileRefused(String textKey, List<Object> args) implements FindingOutcome {
            public FileRefused {
                args = List.copyOf(args);
            }
        }
    }

    /** A department, and who of it can take part. */
    record Eligible(DepartmentId department, String name, boolean lead, List<SiteVisit.Person> people) {}

    /**
     * Which visits.
     *
     * @param from the first day; null for all days
     * @param state null for all states
     * @param text part of the applicant's name, or a case number; may be empty
     */
    record Filter(@Nullable LocalDate from, @Nullable LocalDate to, SiteVisit.@Nullable State state, String text) {}

    /** Where the next page begins. */
    record Cursor(LocalDate heldOn, CaseNumber number, int serial) {

        /** As it stands in an address. */
        public String text() {
            return heldOn + "_" + number.value() + "_" + serial;
        }

        /** Reads the text of an address; null when it is not one. */
        public static @Nullable Cursor parse(String text) {
            var parts = text.split("_", -1);
            if (parts.length != 3
                    || !parts[0].matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
                    || !parts[2].matches("[0-9]{1,4}")) {
                return null;
            }
            try {
                var day = LocalDate.parse(parts[0]);
                return CaseNumber.parse(parts[1])
                        .map(number -> new Cursor(day, number, Integer.parseInt(parts[2])))
                        .orElse(null);
            } catch (java.time.format.DateTimeParseException noDay) {
                return null;
            }
        }
    }

    /** A visit in the list. */
    record Row(
            CaseNumber number,
            int serial,
            SiteVisit.State state,
            LocalDate heldOn,
            String startsAt,
            String place,
            String itemName,
            String applicant,
            String department,
            int parties,
            int found,
            Instant plannedAt) {

        /** The place right behind this visit. */
        public Cursor cursor() {
            return new Cursor(heldOn, number, serial);
        }
    }
}
