package org.zhengtong.app.survey.web;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.base.schema.FormTasks;

/** One filled form and how far it is; {@code own} when the reader is filling it in. */
public record FilledFormPage(
        FilledForm form, FormTasks tasks, List<FilledForms.Submission> submissions, boolean own, String done) {

    private static final Set<String> NOTICES =
            Set.of("saved", "submitted", "incomplete", "taken-back", "restored", "imported");

    /** Address of the form. */
    public String address() {
        return "/staff/filled-forms/" + form.id().value();
    }

    /** Key of what to say about what was just done. */
    public @Nullable String notice() {
        return NOTICES.contains(done) ? "survey.notice." + done : null;
    }

    /** Whether it can be changed now. */
    public boolean open() {
        return own && form.state() == FilledForm.State.DRAFT;
    }
}
