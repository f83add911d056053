package org.zhengtong.app.design.web;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.app.design.ItemDesign;
import org.zhengtong.app.design.internal.Rehearsals;
import org.zhengtong.app.design.internal.Rehearsals.Line;
import org.zhengtong.base.ui.FieldFault;

/**
 * A trial of a drawing.
 *
 * @param day the day the next decision is made on
 * @param questions answers that conditions may ask for, with what was chosen
 */
public record RehearsalPage(
        ItemDesign draft,
        Rehearsals.Trial trial,
        Rehearsals.Outcome outcome,
        LocalDate day,
        List<Question> questions,
        List<FieldFault> errors) {

    /** A choice or a yes or no of the form. */
    public record Question(String name, String title, List<String> options, String value) {}

    public String address() {
        return "/staff/design/" + draft.id().value();
    }

    /** A deed as the address keeps it. */
    public static String written(Rehearsals.Deed deed) {
        return deed.node() + ":" + (deed.granted() ? "yes" : "no") + ":" + deed.on();
    }

    /** Which mark a step of the trial has. */
    public static String mark(Line line) {
        if (line.ended()) {
            return "draft";
        }
        return line.deed() == null ? "doing" : line.late() ? "overdue" : "done";
    }

    /** What became of a step, as a part of a text key. */
    public static String state(Line line) {
        if (line.ended()) {
            return "ended";
        }
        if (line.deed() == null) {
            return "open";
        }
        return line.deed().granted() ? "granted" : "denied";
    }
}
