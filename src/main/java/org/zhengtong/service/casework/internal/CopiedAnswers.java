package org.zhengtong.service.casework.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.schema.Forms;
import org.zhengtong.service.casework.CaseCopies.Taken;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import tools.jackson.databind.node.ObjectNode;

/** What the applicant sent through another node; checked here once more, because here it is decided on. */
@Component
class CopiedAnswers {

    private final CaseFileStore files;
    private final KnownProcedures procedures;
    private final Forms forms;
    private final Intake intake;
    private final Endings endings;
    private final SupplementStore supplements;

    CopiedAnswers(
            CaseFileStore files,
            KnownProcedures procedures,
            Forms forms,
            Intake intake,
            Endings endings,
            SupplementStore supplements) {
        this.files = files;
        this.procedures = procedures;
        this.forms = forms;
        this.intake = intake;
        this.endings = endings;
        this.supplements = supplements;
    }

    Taken supplement(LoadedCase loaded, ObjectNode copy, Doer by, Instant at) {
        var before = files.requireAnswers(loaded.key());
        var form = procedures.form(before.formKey(), before.formVersion());
        if (!(copy.path("answers").path("answers") instanceof ObjectNode given)) {
            return Taken.UNREADABLE;
        }
        var checked = forms.checkWhole(form, given);
        if (!checked.violations().isEmpty()) {
            return Taken.UNREADABLE;
        }
        if (!(intake.supplementedThere(loaded.file().number(), by, at) instanceof CaseOutcome.Done)) {
            return Taken.ALREADY;
        }
        var settled = checked.settled();
        supplements.arrive(loaded.key(), at, settled, Materials.in(form, settled));
        return Taken.TAKEN;
    }

    CaseOutcome withdraw(CaseNumber number, Doer by, String reason) {
        return endings.withdrawnThere(number, by, reason);
    }
}
