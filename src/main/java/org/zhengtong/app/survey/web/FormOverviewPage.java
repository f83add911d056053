package org.zhengtong.app.survey.web;

import java.util.List;
import org.zhengtong.app.survey.LibraryForm;
import org.zhengtong.base.schema.FormSchema;

/** One form with its versions. */
public record FormOverviewPage(LibraryForm form, FormSchema schema, List<LibraryForm> versions, boolean mayPublish) {

    /** Address of the form. */
    public String address() {
        return "/staff/forms/" + form.key();
    }
}
