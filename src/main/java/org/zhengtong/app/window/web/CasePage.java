package org.zhengtong.app.window.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.service.casework.CaseView;

/**
 * One case as staff sees it: clocks above, the application in the middle, what I can do at the side, history last.
 *
 * @param pauses special procedures and extensions, as they came
 * @param requests for more time that wait for an answer
 * @param consulted questions to other departments with their answers
 * @param answering questions that this reader can answer
 * @param moving open steps that this reader can send back or add a step to
 * @param added steps that this reader can take back
 * @param links to what is done on pages of its own
 * @param visits of the place, with what was found
 * @param checking the task of checking a commitment, when this reader can do it now
 * @param panel what this member of staff can do now
 * @param typed what he had typed when the last try was refused
 * @param saved sentence about what was just done; empty if nothing
 */
public record CasePage(
        CaseView view,
        String number,
        String title,
        String statusClass,
        String statusText,
        String step,
        List<ClockFact> clocks,
        String explanation,
        List<RulerDay> ruler,
        AnswersView answers,
        List<LaneFact> lanes,
        List<TimelineEntry> timeline,
        List<Event> pauses,
        List<Request> requests,
        List<Consulted> consulted,
        List<Answering> answering,
        List<Moving> moving,
        List<Option> added,
        List<Option> links,
        List<VisitsPage.Visit> visits,
        @Nullable String checking,
        Panel panel,
        CaseForm typed,
        List<FieldFault> errors,
        String saved) {

    /** Whether the form is still there into which was typed; if not, because somebody was first, the words are shown alone. */
    public boolean keepsTyped() {
        if (typed.of() != null) {
            return moving.stream().anyMatch(one -> typed.about(one.serial()));
        }
        var turn = panel instanceof Panel.Decide || panel instanceof Panel.Recheck;
        return typed.conclusion() != null
                ? turn
                : turn
                        || panel instanceof Panel.Intake
                        || panel instanceof Panel.Paused
                        || checking != null
                        || !requests.isEmpty()
                        || !answering.isEmpty();
    }

    /** A clock in the band at the top. */
    public record ClockFact(String label, String main, String note, String cssClass) {}

    /** One department's lane. */
    public record LaneFact(
            String department,
            String title,
            String laneClass,
            String statusClass,
            String statusText,
            String due,
            String by,
            String opinion,
            @Nullable String item) {}

    /** A special procedure or an extension: what, its state, its days, why, and what came of it. */
    public record Event(
            String what, String statusClass, String statusText, String days, String reason, String outcome) {}

    /**
     * A request for more time.
     *
     * @param mayAnswer whether this reader can answer it; if not, {@code waits} says who can
     */
    public record Request(int serial, String what, String reason, String by, boolean mayAnswer, String waits) {}

    /** One entry of the history. */
    public record TimelineEntry(String text, String by, String at, String cssClass) {}

    /** What can be done; at most one of the forms is open. */
    public sealed interface Panel {

        /** Nothing to do here for this reader, and why. */
        record Nothing(String reason) implements Panel {}

        /** Check what came in: accept, ask for what is missing, or refuse. */
        record Intake(String today, String received, boolean maySupplement, List<Missing> choices, String remedies)
                implements Panel {}

        /** Look through what was taken in once more, because a department sent the case back; {@code sentBack} says why. */
        record Recheck(String task, String sentBack, String holder, boolean mine, List<Colleague> colleagues)
                implements Panel {}

        /** Decide a department's step; {@code sentBack} says who sent the case back to it and why, empty when nobody did. */
        record Decide(
                String task,
                String department,
                String sentBack,
                String holder,
                boolean mine,
                List<Colleague> colleagues,
                String remedies,
                List<String> phrases,
                Limits limits,
                Consulting consulting,
                Signing signing)
                implements Panel {}

        /** A department's step waits for the end of a special procedure. */
        record Paused(
                String task,
                String department,
                String text,
                String holder,
                boolean mine,
                List<Colleague> colleagues,
                Limits limits,
                Consulting consulting)
                implements Panel {}

        /** My decision can still be taken back. */
        record Recall(String task, String until) implements Panel {}
    }

    /**
     * What can be done about a step's limits.
     *
     * @param procedures that can be started; empty while one runs
     * @param longer the limits that can be extended
     */
    public record Limits(List<Option> procedures, List<Option> longer) {}

    /** A question to another department: to whom, where it stands, and what was answered; empty without an answer. */
    public record Consulted(
            int serial,
            String what,
            String statusClass,
            String statusText,
            String question,
            String words,
            String meta) {}

    /**
     * Beside a decision: answers that came, open questions with their serials, a note about those, and whom one can ask.
     */
    public record Consulting(List<Consulted> answers, List<Option> missing, String note, List<Option> askable) {}

    /** Beside a decision: its countersigns, whether granting needs a reason, and who can be asked to sign. */
    public record Signing(List<Signed> groups, boolean failed, List<Option> departments, List<Colleague> colleagues) {}

    /** A countersign: who, how many of how many, and where it stands. */
    public record Signed(int group, String text, String statusClass, String statusText, boolean open, boolean failed) {}

    /** A question to answer, or a matter to sign. */
    public record Answering(
            String task,
            int serial,
            String title,
            String send,
            String by,
            String question,
            String words,
            List<Option> stances,
            String holder,
            boolean mine,
            List<Colleague> colleagues) {}

    /** An open step, where it can be sent back to, and who can do a step that is added to it. */
    public record Moving(String task, int serial, String from, List<Option> places, List<Option> doers) {}

    /** A choice with its words. */
    public record Option(String value, String text) {}

    /** Something that can be asked for. */
    public record Missing(String pointer, String title, boolean checked, String demand) {}

    /** A colleague to hand the task to. */
    public record Colleague(long account, String name) {}
}
