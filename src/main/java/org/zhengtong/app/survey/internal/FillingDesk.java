package org.zhengtong.app.survey.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.zhengtong.app.survey.FilledForm;
import org.zhengtong.app.survey.FilledFormId;
import org.zhengtong.app.survey.FilledForms;
import org.zhengtong.app.survey.FormLibrary;
import org.zhengtong.app.survey.SurveyProblem;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.FormSubmission;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.SchemaProblem;
import tools.jackson.databind.node.ObjectNode;

/** Reads pages and keeps them; saves of other pages that come between are kept too. */
@Component
public class FillingDesk {

    private static final int TRIES = 3;
    private static final String BUTTON = "_step";
    private static final String REMOVE = "remove:";

    private final FilledForms filled;
    private final FormLibrary library;
    private final Forms forms;

    FillingDesk(FilledForms filled, FormLibrary library, Forms forms) {
        this.filled = filled;
        this.library = library;
        this.forms = forms;
    }

    /** One that the user may see. */
    public FilledForm require(FilledFormId id, CurrentUser by) {
        return filled.require(id, by);
    }

    /** The user's own draft, at one of its pages. */
    public OpenForm open(FilledFormId id, String page, CurrentUser by) {
        var open = open(id, by);
        if (open.schema().findPage(page).isEmpty()) {
            throw new ProblemException(SchemaProblem.PAGE_NOT_FOUND);
        }
        return open;
    }

    /** The user's own draft. */
    public OpenForm open(FilledFormId id, CurrentUser by) {
        var form = filled.require(id, by);
        if (form.account() != by.id().value()) {
            throw new ProblemException(SurveyProblem.FILLED_FORM_NOT_FOUND, id.value());
        }
        if (form.state() == FilledForm.State.SUBMITTED) {
            throw new ProblemException(SurveyProblem.ALREADY_SUBMITTED);
        }
        return new OpenForm(form, library.form(form.formKey(), form.formNumber()), form.answers());
    }

    /** Keeps a page whatever it says. */
    public PageSaved save(OpenForm open, String page, FormSubmission sent, String seen, CurrentUser by) {
        var entry = forms.read(open.schema(), page, open.answers(), sent);
        if (!seen.equals(open.seen(page))) {
            return new PageSaved.ChangedElsewhere(open.with(entry.answers()));
        }
        var undo = undo(open, page, sent);
        var base = open;
        var merged = entry.answers();
        for (var turn = 0; turn < TRIES; turn++) {
            if (filled.save(base.form(), merged, undo, by)) {
                return new PageSaved.Kept(open(open.form().id(), by), entry);
            }
            base = open(open.form().id(), by);
            if (!base.seen(page).equals(seen)) {
                break;
            }
            merged = merged(base, page, entry);
        }
        return new PageSaved.ChangedElsewhere(base.with(merged(base, page, entry)));
    }

    private static ObjectNode merged(OpenForm base, String page, FormEntry entry) {
        var merged = base.answers().deepCopy();
        merged.set(page, entry.answers().path(page));
        return merged;
    }

    /** What a page held, as typed, before the row was removed that this submission removes. */
    private FilledForms.@Nullable Undo undo(OpenForm open, String page, FormSubmission sent) {
        var button = sent.fields().getFirst(BUTTON);
        if (button == null || !button.startsWith(REMOVE)) {
            return null;
        }
        var kept = new LinkedMultiValueMap<>(sent.fields());
        kept.set(BUTTON, "stay");
        var before = forms.read(
                open.schema(),
                page,
                open.answers(),
                new FormSubmission(kept, new LinkedMultiValueMap<>(), sent.owner(), sent.uploader()));
        return Optional.of(before.answers().path(page))
                .filter(ObjectNode.class::isInstance)
                .map(answers -> new FilledForms.Undo(page, (ObjectNode) answers))
                .orElse(null);
    }

    /** Brings back the row that was just removed. */
    public void undo(OpenForm open, CurrentUser by) {
        filled.undo(open.form(), by);
    }
}
