package org.zhengtong.service.casework.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOffers;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Cases.SupplementOutcome;
import org.zhengtong.service.casework.CommitmentChecked;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;
import tools.jackson.databind.node.ObjectNode;

/** The front door of what follows after acceptance and after the decision. */
@Service
class OfferDesk implements CaseOffers {

    private final CaseActions actions;
    private final Offerings offerings;
    private final Supplies supplies;
    private final Rights rights;

    OfferDesk(CaseActions actions, Offerings offerings, Supplies supplies, Rights rights) {
        this.actions = actions;
        this.offerings = offerings;
        this.supplies = supplies;
        this.rights = rights;
    }

    @Override
    @Transactional
    public SupplementOutcome supply(CaseNumber number, ObjectNode answers, CurrentUser by) {
        return supplies.supply(number, answers, by);
    }

    @Override
    @Transactional
    public CaseOutcome check(TaskId id, Finding finding, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var refusal = refusal(loaded, task, finding);
            return refusal == null ? checked(loaded, task, finding, by) : new Plan.Refuse(refusal);
        });
    }

    private static @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, Finding finding) {
        var doneAt = task.doneAt();
        if (task.kind() != Block.StepKind.CHECK) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (doneAt != null) {
            return new CaseOutcome.AlreadyDone(
                    String.valueOf(task.doneByName()), doneAt, told(Boolean.TRUE.equals(task.granted())));
        }
        return task.state() == TaskState.OPEN
                ? Reasons.tooShort(finding.words())
                : new CaseOutcome.NotPossible(loaded.file().state());
    }

    private static EventKind told(boolean kept) {
        return kept ? EventKind.COMMITMENT_KEPT : EventKind.COMMITMENT_BROKEN;
    }

    private Plan checked(LoadedCase loaded, TaskRow task, Finding finding, Doer by) {
        var change = actions.change(loaded, by);
        var words = finding.words().strip();
        change.changed.add(task.done(by, change.at, change.on, finding.kept()));
        change.offers().finding = finding;
        change.tell(told(finding.kept()), Map.of("reason", words));
        var made = offerings.of(loaded).commitment();
        if (!finding.kept() && made != null) {
            change.papers.add(new CaseChange.Paper(
                    DocumentKind.REVOCATION_PROPOSAL,
                    loaded.file().leadDepartment(),
                    Map.of("finding", words, "terms", String.join("\n", made.terms()), "law", made.law())));
        }
        change.news.add(new CommitmentChecked(
                loaded.file().number(),
                finding.kept(),
                loaded.file().applicant().account()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.check_commitment", loaded)
                        .with("kept", finding.kept())
                        .because(words));
    }
}
