package org.zhengtong.base.schema;

import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Forms: read a schema, read what a person sent, check it, show it, compare versions. */
public interface Forms {
    /** Reads a form in JSON or YAML; one that cannot be used is a problem that lists all its faults. Same text, same object. */
    FormSchema parse(String text);

    /** All faults of a form, empty when it can be used. For a pack's check. */
    List<SchemaFault> faultsIn(String text);

    /**
     * Puts what a browser sent for a page into the draft. Wrong input stays as typed. Stores uploads, adds and removes
     * rows. Do not call inside a transaction when files may come.
     */
    FormEntry read(FormSchema form, String page, ObjectNode draft, FormSubmission submission);

    /** All that is to mend on one page, in the order of its fields. */
    List<Violation> check(FormSchema form, String page, ObjectNode answers);

    /** All that is to mend in the whole form. */
    default List<Violation> checkAll(FormSchema form, ObjectNode answers) {
        return checkWhole(form, answers).violations();
    }

    /** Checks the whole form and settles its answers in one go. */
    Checked checkWhole(FormSchema form, ObjectNode answers);

    /**
     * A whole form that was checked.
     *
     * @param violations all that is to mend; empty when it can be handed in
     * @param settled the answers as {@link #settle} makes them
     */
    record Checked(List<Violation> violations, ObjectNode settled) {
        public Checked {
            violations = List.copyOf(violations);
        }
    }

    /** The answers to hand in: parts that are not asked (any more) are left out. */
    ObjectNode settle(FormSchema form, ObjectNode answers);

    /** The page to fill in. */
    default FormView view(FormSchema form, String page, ObjectNode answers, List<Violation> violations, Locale locale) {
        return view(form, page, answers, new Showing(violations, RowWindows.FIRST, locale));
    }

    /** The page to fill in, with certain rows of its long tables. */
    FormView view(FormSchema form, String page, ObjectNode answers, Showing showing);

    /** How to show a page. */
    record Showing(List<Violation> violations, RowWindows rows, Locale locale) {
        public Showing {
            violations = List.copyOf(violations);
        }
    }

    /** The pages by phase with the state of each. */
    FormTasks tasks(FormSchema form, ObjectNode answers, Locale locale);

    /** The form as a sheet of paper, filled in or empty. */
    PaperSheet paper(FormSchema form, ObjectNode answers, Locale locale);

    /** The same sheet as PDF; {@code mark} stands small at the foot of every page. */
    byte[] pdf(PaperSheet sheet, String mark, Locale locale);

    /** The answers to read: before handing in, for staff, on paper. */
    AnswersView answers(FormSchema form, ObjectNode answers, AnswersView.Wish wish);

    /** What changed between two versions of a form. */
    FormDiff compare(FormSchema before, FormSchema after);

    /** What is different in two sets of answers to the same form. */
    List<AnswerChange> compareAnswers(FormSchema form, ObjectNode before, ObjectNode after, Locale locale);

    /** Takes the answers of a draft to a changed form: what still fits stays, the rest is named. */
    CarryOver carryOver(FormSchema before, FormSchema after, ObjectNode answers);
}
