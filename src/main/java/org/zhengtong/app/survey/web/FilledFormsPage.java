package org.zhengtong.app.survey.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.LibraryForm;

/** A page of filled forms. */
public record FilledFormsPage(
        ListForm form,
        List<LibraryForm> library,
        List<FilledForm> rows,
        boolean more,
        @Nullable Long removed) {

    private static final String ADDRESS = "/staff/filled-forms";

    /** Address of the next page. */
    public @Nullable String next() {
        return more ? ADDRESS + "?" + form.after(rows.getLast()).query() : null;
    }

    /** Address of the first page, when this is not it. */
    public @Nullable String first() {
        return form.after() == null || form.after().isBlank()
                ? null
                : ADDRESS + "?" + form.fromTheStart().query();
    }

    /** Address of the whole list as a file. */
    public String export() {
        return ADDRESS + ".csv?" + form.fromTheStart().query();
    }
}
