package org.zhengtong.service.casework.internal;

import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.Cases.SupplementOutcome;
import tools.jackson.databind.node.ObjectNode;

/** What the applicant sends for a supplement request: the whole application, corrected, on the form he filed it with. */
@Component
class Supplements {

    private final CaseActions actions;
    private final CaseFileStore files;
    private final KnownProcedures procedures;
    private final Forms forms;
    private final Intake intake;
    private final SupplementStore store;
    private final Rights rights;

    Supplements(
            CaseActions actions,
            CaseFileStore files,
            KnownProcedures procedures,
            Forms forms,
            Intake intake,
            SupplementStore store,
            Rights rights) {
        this.actions = actions;
        this.files = files;
        this.procedures = procedures;
        this.forms = forms;
        this.intake = intake;
        this.store = store;
        this.rights = rights;
    }

    SupplementOutcome supplement(CaseNumber number, ObjectNode answers, CurrentUser user) {
        var loaded = actions.require(number);
        rights.requireApplicantOrWindow(user, loaded);
        if (loaded.file().state() != CaseState.SUPPLEMENTING) {
            return new SupplementOutcome.NotAwaited(loaded.file().state());
        }
        var before = files.requireAnswers(loaded.key());
        var form = procedures.form(before.formKey(), before.formVersion());
        var checked = forms.checkWhole(form, answers);
        if (!checked.violations().isEmpty()) {
            return new SupplementOutcome.Incomplete(checked.violations());
        }
        return switch (intake.supplemented(number, Doer.of(user))) {
            case CaseOutcome.Done done -> {
                var settled = checked.settled();
                store.arrive(loaded.key(), done.at(), settled, Materials.in(form, settled));
                yield new SupplementOutcome.Supplemented(number);
            }
            case CaseOutcome.NotPossible notPossible -> new SupplementOutcome.NotAwaited(notPossible.state());
            case CaseOutcome other -> throw new IllegalStateException("A supplement cannot come to " + other);
        };
    }
}
