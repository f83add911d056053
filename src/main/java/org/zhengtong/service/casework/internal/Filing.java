package org.zhengtong.service.casework.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.Draft;
import org.zhengtong.service.casework.DraftId;
import org.zhengtong.service.casework.FilingOutcome;

/** Makes a case from a draft. Reading and checking happen before the transaction; storing is one statement in it. */
@Component
class Filing {

    private static final int TRIES = 5;

    private final DraftStore drafts;
    private final Admission admission;
    private final CaseStore store;
    private final CaseFileStore cases;
    private final FileStorage files;
    private final CaseActions actions;
    private final TransactionOperations transaction;

    Filing(
            DraftStore drafts,
            Admission admission,
            CaseStore store,
            CaseFileStore cases,
            FileStorage files,
            CaseActions actions,
            TransactionOperations transaction) {
        this.drafts = drafts;
        this.admission = admission;
        this.store = store;
        this.cases = cases;
        this.files = files;
        this.actions = actions;
        this.transaction = transaction;
    }

    FilingOutcome file(DraftId id, CurrentUser by) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var draft = drafts.find(id, by.id().value())
                    .filter(found -> by.mayActIn(ProcedureMatters.of(found.itemCode())))
                    .orElseThrow(() -> new ProblemException(CaseworkProblem.DRAFT_NOT_FOUND, id.value()));
            if (draft.filedAs() != null) {
                return repeated(CaseKey.of(draft.filedAs()));
            }
            switch (admission.admit(draft, by)) {
                case Admission.Result.Refused refused -> {
                    return refused.outcome();
                }
                case Admission.Result.Admitted admitted -> {
                    if (Boolean.TRUE.equals(transaction.execute(status -> store(draft, admitted, by)))) {
                        var filed = admitted.filed().file();
                        return new FilingOutcome.Filed(filed.number(), filed.filedAt(), false);
                    }
                }
            }
        }
        throw new ProblemException(CaseworkProblem.BUSY, id.value());
    }

    private FilingOutcome repeated(long key) {
        var file = cases.find(key).orElseThrow().file();
        return new FilingOutcome.Filed(file.number(), file.filedAt(), true);
    }

    private boolean store(Draft draft, Admission.Result.Admitted admitted, CurrentUser by) {
        if (!store.file(admitted.filed(), admitted.change())) {
            return false;
        }
        var file = admitted.filed().file();
        if (!admitted.filed().materials().isEmpty()) {
            files.handOver(draft.files(), file.files());
        }
        actions.filed(
                file,
                AuditAction.of(
                                Doer.of(by).actor(),
                                "casework.file",
                                "case",
                                file.number().value())
                        .with("item", file.itemCode().value())
                        .with("channel", file.channel())
                        .with("draft", draft.id().value()));
        return true;
    }
}
