package org.zhengtong.app.window.web;

import java.util.List;
import org.zhengtong.base.schema.AnswersView;
import org.zhengtong.base.ui.FieldFault;
import org.zhengtong.base.ui.RulerDay;
import org.zhengtong.service.casework.CaseView;

/**
 * One case as staff sees it: clocks above, the application in the middle, what I can do at the side, history last.
 *
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
        Panel panel,
        CaseForm typed,
        List<FieldFault> errors,
        String saved) {

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
            String opinion) {}

    /** One entry of the history. */
    public record TimelineEntry(String text, String by, String at, String cssClass) {}

    /** What can be done; at most one of the forms is open. */
    public sealed interface Panel {

        /** Nothing to do here for this reader, and why. */
        record Nothing(String reason) implements Panel {}

        /** Check what came in: accept, ask for what is missing, or refuse. */
        record Intake(String today, String received, boolean maySupplement, List<Missing> choices, String remedies)
                implements Panel {}

        /** Decide a department's step. */
        record Decide(
                String task,
                String department,
                String holder,
                boolean mine,
                List<Colleague> colleagues,
                String remedies,
                List<String> phrases)
                implements Panel {}

        /** My decision can still be taken back. */
        record Recall(String task, String until) implements Panel {}
    }

    /** Something that can be asked for. */
    public record Missing(String pointer, String title, boolean checked, String demand) {}

    /** A colleague to hand the task to. */
    public record Colleague(long account, String name) {}
}
