package org.zhengtong.app.survey.web;

import java.util.List;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.base.schema.AnswerChange;

/** What is different between a submission and a later one; {@code after} 0 is what stands there now. */
public record AnswerChangesPage(
        FilledForm form,
        FilledForms.Submission before,
        int after,
        List<FilledForms.Submission> submissions,
        List<AnswerChange> changes) {

    /** Address of the filled form. */
    public String address() {
        return "/staff/filled-forms/" + form.id().value();
    }
}
