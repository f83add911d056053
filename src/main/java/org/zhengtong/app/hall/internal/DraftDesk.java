package org.zhengtong.app.hall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.schema.FormEntry;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.base.schema.Violation;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.Drafts;
import org.zhengtong.service.casework.Procedures;
import tools.jackson.databind.node.ObjectNode;

/** Opens drafts and saves them page by page. */
@Component
public class DraftDesk {

    private static final int TRIES = 3;

    private final Drafts drafts;
    private final Procedures procedures;
    private final Forms forms;
    private final RemovedRows removedRows;

    DraftDesk(Drafts drafts, Procedures procedures, Forms forms, RemovedRows removedRows) {
        this.drafts = drafts;
        this.procedures = procedures;
        this.forms = forms;
        this.removedRows = removedRows;
    }

    /** The draft, or for anybody who may not see it: no such draft. */
    public OpenDraft open(long id, CurrentUser by) {
        return drafts.find(new DraftId(id), by)
                .map(this::opened)
                .orElseThrow(() -> new ProblemException(CaseworkProblem.DRAFT_NOT_FOUND, id));
    }

    private OpenDraft opened(Draft draft) {
        var form = procedures.form(draft.formKey(), draft.formVersion());
        var answers = draft.answers().deepCopy();
        var notes = DraftNotes.takeFrom(answers);
        var current = procedures.currentForm(draft.formKey()).version();
        return new OpenDraft(draft, form, answers, notes, !current.equals(draft.formVersion()));
    }

    /** Refuses pages that the draft's form does not have. */
    public OpenDraft openPage(long id, String page, CurrentUser by) {
        var open = open(id, by);
        if (open.form().findPage(page).isEmpty()) {
            throw new ProblemException(CommonProblem.PAGE_NOT_FOUND);
        }
        return open;
    }

    /** Reads a page, keeps it whatever it says, and tells what is to mend. */
    public PageSaved save(OpenDraft open, SentPage sent, CurrentUser by) {
        var entry = forms.read(
                open.form(),
                sent.page(),
                open.answers(),
                sent.submission(open.id().files(), by));
        if (!sent.seen().equals(open.seen(sent.page()))) {
            return new PageSaved.ChangedElsewhere(open, entry.answers());
        }
        var notes = notesAfter(open, sent, entry, by);
        return switch (keep(open, sent.page(), entry.answers(), notes, by)) {
            case PageSaved.Kept kept ->
                new PageSaved.Kept(kept.draft(), entry.step(), violations(kept.draft(), sent.page(), entry));
            case PageSaved other -> other;
        };
    }

    private DraftNotes notesAfter(OpenDraft open, SentPage sent, FormEntry entry, CurrentUser by) {
        var notes = open.notes().reviewed(sent.page());
        if (entry.step() != FormEntry.Step.STAY) {
            return notes.left(sent.page());
        }
        return removedRows.find(open, sent, entry, by).map(notes::withRemoved).orElse(notes);
    }

    private List<Violation> violations(OpenDraft kept, String page, FormEntry entry) {
        if (entry.step() != FormEntry.Step.FORWARD) {
            return entry.refused();
        }
        var all = new ArrayList<>(entry.refused());
        all.addAll(forms.check(kept.form(), page, kept.answers()));
        return all;
    }

    /** Saves one page; a save of another page that came between is kept too. */
    private PageSaved keep(OpenDraft open, String page, ObjectNode answers, DraftNotes notes, CurrentUser by) {
        var base = open;
        var merged = answers;
        for (var turn = 0; turn < TRIES; turn++) {
            switch (drafts.save(base.id(), base.draft().version(), notes.putInto(merged), by)) {
                case Drafts.SaveOutcome.Saved _ -> {
                    return new PageSaved.Kept(open(open.id().value(), by), FormEntry.Step.STAY, List.of());
                }
                case Drafts.SaveOutcome.AlreadyFiled(var number) -> {
                    return new PageSaved.Filed(number);
                }
                case Drafts.SaveOutcome.Conflict(var current) -> {
                    base = opened(current);
                    if (!base.seen(page).equals(open.seen(page))) {
                        return new PageSaved.ChangedElsewhere(base, answers);
                    }
                    merged = base.answers();
                    merged.set(page, answers.path(page));
                }
            }
        }
        return new PageSaved.ChangedElsewhere(base, answers);
    }

    /** Brings back the row of this page that was removed last. */
    public void restoreRow(OpenDraft open, String page, CurrentUser by) {
        open.notes().lastRemoved(page).ifPresent(row -> {
            var answers = open.answers().deepCopy();
            DraftNotes.restore(row, answers);
            keep(open, page, answers, open.notes().without(row), by);
        });
    }

    /** Replaces all answers at once; the pages stay as they are when somebody saved meanwhile. */
    public Drafts.SaveOutcome replaceAnswers(OpenDraft open, UnaryOperator<ObjectNode> change, CurrentUser by) {
        return drafts.save(
                open.id(), open.draft().version(), change.apply(open.answers().deepCopy()), by);
    }
}
