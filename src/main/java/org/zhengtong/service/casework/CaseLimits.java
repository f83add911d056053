package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.workdays.TimeLimit;

/**
 * What the law lets an authority do about the limits of a running case: special procedures that stop them (行政许可法
 * 第四十五条), and extensions that a head approves (第四十二条). Each action is one transaction, like those of {@link Cases}.
 */
public interface CaseLimits {

    /** Permission of whoever answers requests for more time, given on the department. */
    String APPROVE = "casework.approve_extension";

    /** Starts a special procedure for an open task: its clock and the joint clock stand still from today on. */
    CaseOutcome start(TaskId task, Start start, CurrentUser by);

    /** Ends the special procedure of a task: its clock goes on from today, the joint clock when no other one runs. */
    CaseOutcome end(TaskId task, End end, CurrentUser by);

    /**
     * Asks for as much more time as the procedure allows.
     *
     * @param joint for the whole case, which only the lead department can ask for
     * @param reason at least ten characters; the applicant is told
     */
    CaseOutcome ask(TaskId task, boolean joint, String reason, CurrentUser by);

    /** Extends the limit; anybody with {@link #APPROVE} on the department but the one who asked. */
    CaseOutcome approve(CaseNumber number, int serial, CurrentUser by);

    /** Leaves the limit as it is, with a reason for whoever asked. */
    CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser by);

    /** Requests that this user may answer, the oldest first, from after the given one. */
    List<Waiting> waiting(@Nullable Cursor after, int size, CurrentUser by);

    /** How many requests this user may answer. */
    long countWaiting(CurrentUser by);

    /** A special procedure to be started. */
    record Start(SpecialProcedure.Kind kind, String reason, LocalDate expectedOn) {}

    /**
     * How a special procedure ended.
     *
     * @param result what came of it, for the applicant too
     * @param opinion what the department concludes from it; may be empty
     */
    record End(String result, String opinion) {}

    /** Where the next page of requests begins. */
    record Cursor(Instant askedAt, CaseNumber number, int serial) {

        private static final Pattern FORM = Pattern.compile("20[-0-9T:.]{8,30}Z_[-0-9X]{10,40}_[0-9]{1,4}");

        /** As it stands in an address. */
        public String text() {
            return askedAt + "_" + number.value() + "_" + serial;
        }

        /** Reads the text of an address; null when it is not one. */
        public static @Nullable Cursor parse(String text) {
            if (!FORM.matcher(text).matches()) {
                return null;
            }
            var parts = text.split("_", -1);
            try {
                var askedAt = Instant.parse(parts[0]);
                return CaseNumber.parse(parts[1])
                        .map(number -> new Cursor(askedAt, number, Integer.parseInt(parts[2])))
                        .orElse(null);
            } catch (DateTimeParseException unreadable) {
                return null;
            }
        }
    }

    /**
     * A request that waits for an answer.
     *
     * @param title of the step, or of the whole procedure
     * @param dueOn the limit's last day as it stands; null while it is stopped
     */
    record Waiting(
            CaseNumber number,
            int serial,
            String itemName,
            String applicant,
            String step,
            String title,
            TimeLimit by,
            String reason,
            String askedName,
            Instant askedAt,
            @Nullable LocalDate dueOn) {

        /** The place right behind this request. */
        public Cursor cursor() {
            return new Cursor(askedAt, number, serial);
        }
    }
}
