package org.zhengtong.app.survey.web;

import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.base.schema.FormView;

/**
 * A page to fill in.
 *
 * @param seen fingerprint of the answers the page was made from
 * @param elsewhere somebody changed this very page in another window meanwhile; what was typed here is shown
 */
public record FillingPage(FilledForm form, FormView view, String seen, boolean elsewhere) {

    /** Address of the filled form. */
    public String address() {
        return "/staff/filled-forms/" + form.id().value();
    }

    /** Address of this page. */
    public String here() {
        return address() + "/pages/" + view.page();
    }

    /** Whether a row of this page was just removed and can be brought back. */
    public boolean undo() {
        return view.page().equals(form.undoPage());
    }
}
