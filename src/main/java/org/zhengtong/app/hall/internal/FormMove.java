package org.zhengtong.app.hall.internal;

import java.util.HashSet;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.CarryOver;
import org.zhengtong.base.schema.FormDiff;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedures;

/** Takes a draft to the form's current version. */
@Component
public class FormMove {

    private final Drafts drafts;
    private final Procedures procedures;
    private final Forms forms;

    FormMove(Drafts drafts, Procedures procedures, Forms forms) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.forms = forms;
    }

    /** What would become of the answers. */
    public CarryOver preview(OpenDraft open) {
        return forms.carryOver(open.form(), procedures.currentForm(open.draft().formKey()), open.answers());
    }

    /** Moves the draft; pages that changed are to be looked at again. A draft saved meanwhile stays as it is. */
    public void move(OpenDraft open, CurrentUser by) {
        if (!open.formChanged()) {
            return;
        }
        var current = procedures.currentForm(open.draft().formKey());
        var carried = forms.carryOver(open.form(), current, open.answers());
        var review = new HashSet<>(open.notes().toReview());
        carried.diff().changes().stream()
                .filter(change -> change.kind() != FormDiff.Kind.REMOVED)
                .map(FormDiff.Change::page)
                .forEach(review::add);
        review.removeIf(page -> current.findPage(page).isEmpty());
        var notes = new DraftNotes(open.notes().removed(), review);
        drafts.moveToForm(open.id(), open.draft().version(), current.version(), notes.putInto(carried.answers()), by);
    }
}
