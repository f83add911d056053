package org.zhengtong.app.survey.internal;

import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.base.schema.FormSchema;
import tools.jackson.databind.node.ObjectNode;

/** A filled form with its definition, ready to be changed. */
public record OpenForm(FilledForm form, FormSchema schema, ObjectNode answers) {

    /** Fingerprint of one page's answers, to find out whether they changed since a window showed them. */
    public String seen(String page) {
        return Integer.toHexString(answers.path(page).toString().hashCode());
    }

    OpenForm with(ObjectNode changed) {
        return new OpenForm(form, schema, changed);
    }
}
