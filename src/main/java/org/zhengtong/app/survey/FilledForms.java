package org.zhengtong.app.survey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;
import tools.jackson.databind.node.ObjectNode;

/** Filled forms: kept from the first answer, submitted, taken back, compared. */
public interface FilledForms {
    /** Permission to fill forms in. */
    String FILL_FORM = "survey.fill_form";

    /** Permission to see what others submitted. */
    String VIEW_FILLED_FORM = "survey.view_filled_form";

    /** Starts filling in the current version of a form, empty or with answers that were filled in off line. */
    FilledFormId start(String formKey, ObjectNode answers, CurrentUser by);

    /** One's own, or one that was submitted within one's scope; anything else is not found. */
    FilledForm require(FilledFormId id, CurrentUser by);

    /** A page of a list, see {@link Wish}. */
    List<FilledForm> search(Wish wish, CurrentUser by);

    /** Keeps answers as typed, right or wrong, unless somebody saved meanwhile: then nothing changes and the answer is false. */
    boolean save(FilledForm seen, ObjectNode answers, @Nullable Undo undo, CurrentUser by);

    /** Brings back what a page held before a row was removed. */
    void undo(FilledForm seen, CurrentUser by);

    /** Hands it in when nothing is to mend; says whether. */
    boolean submit(FilledFormId id, CurrentUser by);

    /** Takes it back to change it; what was submitted is kept. */
    void takeBack(FilledFormId id, CurrentUser by);

    /** Throws a draft away; it can be brought back. */
    void remove(FilledFormId id, CurrentUser by);

    /** Brings one back that was thrown away. */
    void restore(FilledFormId id, CurrentUser by);

    /** What was submitted, the first first. */
    List<Submission> submissions(FilledFormId id);

    /** A page's answers before a row was removed. */
    record Undo(String page, ObjectNode answers) {}

    /** What was handed in at one time. */
    record Submission(int number, int formNumber, ObjectNode answers, Instant at, String by) {}

    /**
     * What to list.
     *
     * @param text part of title, label, author or department; "" for all
     * @param formKey one form, or "" for all
     * @param mine only the user's own
     * @param state only of this state
     * @param oldestFirst the order by the last save
     * @param after the last row of the page before
     */
    record Wish(
            String text,
            String formKey,
            boolean mine,
            FilledForm.@Nullable State state,
            boolean oldestFirst,
            @Nullable Cursor after,
            int most) {}

    /** Where a page of a list ended. */
    record Cursor(Instant savedAt, long id) {}
}
