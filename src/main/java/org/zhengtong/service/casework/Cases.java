package org.zhengtong.service.casework;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.Violation;
import tools.jackson.databind.node.ObjectNode;

/**
 * What can be done with a case. Each call is one transaction that locks the case, checks, changes, and records event and
 * audit entry together; the outcome says what came of it. A user without the right gets a problem with status 403.
 */
public interface Cases {

    /** Files a draft. The same draft filed twice, even at once, is one case: the second call answers with its number. */
    FilingOutcome file(DraftId draft, CurrentUser by);

    /**
     * Accepts a case (受理); the clocks of all departments start.
     *
     * @param on the day of acceptance, today or earlier but not before the receipt of the last material; null = today
     */
    CaseOutcome accept(CaseNumber number, @Nullable LocalDate on, CurrentUser by);

    /** Refuses acceptance (不予受理) with reasons of at least ten characters and the ways of review. */
    CaseOutcome refuseAcceptance(CaseNumber number, String reason, String remedies, CurrentUser by);

    /** Tells the applicant once, within five working days, everything that is missing (行政许可法 第三十二条). */
    CaseOutcome requestSupplement(CaseNumber number, List<SupplementItem> items, CurrentUser by);

    /** The applicant sends what was missing: the full, corrected answers. The day all of it arrived is the receipt. */
    SupplementOutcome supplement(CaseNumber number, ObjectNode answers, CurrentUser by);

    /** Takes a task in hand; colleagues see who has it. Taking one's own task again changes nothing. */
    CaseOutcome claim(TaskId task, CurrentUser by);

    /** Puts a task back for the department. */
    CaseOutcome release(TaskId task, CurrentUser by);

    /** Hands a task to a colleague of the same department, with a word why. */
    CaseOutcome transfer(TaskId task, AccountId colleague, String reason, CurrentUser by);

    /**
     * Decides a department's task. When the procedure's tree is settled by it, the case is granted or denied in the same
     * transaction; a denial by one department is settled together with the lead department's decision.
     */
    CaseOutcome decide(TaskId task, Decision decision, CurrentUser by);

    /** The same against a countersign that failed; {@code against} says why, to staff alone. */
    CaseOutcome decide(TaskId task, Decision decision, String against, CurrentUser by);

    /** Takes a decision back within ten minutes, by whom it was made, if nothing followed from it. */
    CaseOutcome recall(TaskId task, CurrentUser by);

    /** The applicant, or a clerk at his request, takes the application back before the decision. */
    CaseOutcome withdraw(CaseNumber number, String reason, CurrentUser by);

    /** The result is made and handed over; closes the case. Called by the room that issued it, or at the window. */
    CaseOutcome deliver(CaseNumber number, Delivery delivery);

    /** Whether a {@link DeliveryCondition} holds the result back. */
    boolean deliveryHeldBack(CaseNumber number);

    /** What held the result back is gone: whoever makes it is asked again. Changes nothing unless the case waits for it. */
    void resumeDelivery(CaseNumber number);

    /**
     * How the result reached the applicant.
     *
     * @param resultIdentifier identifier of the licence, null when a paper without one is handed over
     * @param by the clerk, null when the platform delivered it by itself
     */
    record Delivery(
            @Nullable String resultIdentifier,
            Channel channel,
            @Nullable CurrentUser by) {}

    /** What came of sending a supplement. */
    sealed interface SupplementOutcome {

        /** Complete; the intake clock starts anew. */
        record Supplemented(CaseNumber number) implements SupplementOutcome {}

        /** The form is still not right; all faults at once. */
        record Incomplete(List<Violation> violations) implements SupplementOutcome {}

        /** No supplement is awaited (any more). */
        record NotAwaited(CaseState state) implements SupplementOutcome {}
    }
}
