package org.zhengtong.service.casework.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.files.FileId;
import org.zhengtong.base.files.FileRules;
import org.zhengtong.base.files.FileStorage;
import org.zhengtong.base.files.FileUpload;
import org.zhengtong.base.files.StoreOutcome;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseVisits.Finding;
import org.zhengtong.service.casework.CaseVisits.FindingOutcome;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.SiteVisit.State;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** What departments found at a place, and the record of it. Files are stored before the transaction, and given back when it refuses. */
@Component
class VisitFindings {

    private final CaseActions actions;
    private final VisitStore store;
    private final VisitParties parties;
    private final CaseClock clocks;
    private final Rights rights;
    private final FileStorage files;
    private final TransactionOperations transaction;

    VisitFindings(
            CaseActions actions,
            VisitStore store,
            VisitParties parties,
            CaseClock clocks,
            Rights rights,
            FileStorage files,
            TransactionOperations transaction) {
        this.actions = actions;
        this.store = store;
        this.parties = parties;
        this.clocks = clocks;
        this.rights = rights;
        this.files = files;
        this.transaction = transaction;
    }

    FindingOutcome find(TaskId id, Finding finding, CurrentUser user) {
        var loaded = actions.require(id.number());
        var refusal = refusal(loaded, requireOwn(loaded, id, user), finding.words(), user);
        if (refusal != null) {
            return new FindingOutcome.Answered(refusal);
        }
        var stored = new ArrayList<SiteVisit.Paper>();
        var refused = store(loaded, finding, user, stored);
        if (refused != null) {
            release(loaded, stored);
            return refused;
        }
        var outcome = Objects.requireNonNull(transaction.execute(_ -> write(id, finding, stored, user)));
        if (!(outcome instanceof CaseOutcome.Done)) {
            release(loaded, stored);
        }
        return new FindingOutcome.Answered(outcome);
    }

    private FindingOutcome.@Nullable FileRefused store(
            LoadedCase loaded, Finding finding, CurrentUser user, List<SiteVisit.Paper> stored) {
        if (finding.files().size() > FileRules.PAPERS.maxCount()) {
            return new FindingOutcome.FileRefused(
                    "casework.visit.too-many-files", List.of(FileRules.PAPERS.maxCount()));
        }
        for (var one : finding.files()) {
            var upload = new FileUpload(
                    one.name(),
                    one.type(),
                    one.content(),
                    loaded.file().files(),
                    user.id().toString());
            switch (files.store(upload, FileRules.PAPERS)) {
                case StoreOutcome.Stored kept ->
                    stored.add(new SiteVisit.Paper(
                            kept.file().id().toString(), kept.file().name()));
                case StoreOutcome.Refused no -> {
                    return new FindingOutcome.FileRefused(no.textKey(), no.args());
                }
            }
        }
        return null;
    }

    private void release(LoadedCase loaded, List<SiteVisit.Paper> stored) {
        stored.forEach(one -> files.release(FileId.of(one.file()), loaded.file().files()));
    }

    private TaskRow requireOwn(LoadedCase loaded, TaskId id, CurrentUser user) {
        var task = Decisions.require(loaded, id);
        rights.requireTask(user, task);
        return task;
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, TaskRow task, String words, CurrentUser user) {
        var doneAt = task.doneAt();
        if (task.kind() == Block.StepKind.VISIT && task.state() == TaskState.DONE && doneAt != null) {
            return new CaseOutcome.AlreadyDone(String.valueOf(task.doneByName()), doneAt, EventKind.VISIT_FOUND);
        }
        if (task.kind() != Block.StepKind.VISIT || loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (task.state() != TaskState.OPEN) {
            return new CaseOutcome.VisitOver();
        }
        if (task.holder() != null && task.holder() != user.id().value()) {
            return new CaseOutcome.HeldBy(String.valueOf(task.holderName()));
        }
        var heldOn = task.dueOn();
        if (heldOn != null && clocks.today().isBefore(heldOn)) {
            return new CaseOutcome.VisitNotYet(heldOn);
        }
        var given = Reasons.length(words);
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    private CaseOutcome write(TaskId id, Finding finding, List<SiteVisit.Paper> stored, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = requireOwn(loaded, id, user);
            var refusal = refusal(loaded, task, finding.words(), user);
            if (refusal != null) {
                return new Plan.Refuse(refusal);
            }
            return store.of(loaded).stream()
                    .filter(visit -> visit.parties().stream().anyMatch(party -> party.task() == task.serial()))
                    .findFirst()
                    .<Plan>map(visit -> write(loaded, visit, task, finding, stored, by))
                    .orElseGet(() -> new Plan.Refuse(new CaseOutcome.VisitOver()));
        });
    }

    private Plan write(
            LoadedCase loaded, SiteVisit visit, TaskRow task, Finding finding, List<SiteVisit.Paper> stored, Doer by) {
        var change = actions.change(loaded, by);
        var words = finding.words().strip();
        change.changed.add(task.done(by, change.at, change.on, null));
        var after = visit.found(task.serial(), finding.result(), words, stored, change.at, String.valueOf(by.name()));
        for (var party : visit.parties()) {
            if (party.task() == task.serial()) {
                change.visits()
                        .found
                        .add(new VisitChange.Found(visit.serial(), party, finding.result(), words, stored));
            }
        }
        change.tell(
                EventKind.VISIT_FOUND,
                Map.of("step", SiteVisit.STEP, "title", parties.name(task.department()), CaseViews.INNER, words));
        if (after.found() == after.parties().size()) {
            record(change, after, "");
        }
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.write_finding", loaded)
                        .with("visit", visit.serial())
                        .with("result", finding.result())
                        .with("files", stored.size())
                        .because(words));
    }

    /** The sealed record of what was found. */
    private void record(CaseChange change, SiteVisit visit, String reason) {
        change.visits().ended.add(new VisitChange.Ended(visit.serial(), State.CLOSED, reason, visit.notices()));
        var facts = new HashMap<>(Map.of(
                "on", visit.heldOn().toString(),
                "time", visit.startsAt(),
                "place", visit.place(),
                "purpose", visit.purpose(),
                "to", parties.names(visit),
                "findings", parties.findings(visit)));
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        change.papers.add(new CaseChange.Paper(DocumentKind.VISIT_RECORD, visit.serial(), visit.department(), facts));
        var told = new HashMap<>(
                Map.of("serial", String.valueOf(visit.serial()), "title", visit.heldOn() + " " + visit.place()));
        if (!reason.isEmpty()) {
            told.put(CaseViews.INNER, reason);
        }
        change.tell(EventKind.VISIT_CLOSED, told);
    }

    CaseOutcome close(CaseNumber number, int serial, String reason, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireLeadOrWindow(user, loaded);
            var visit = Visits.require(store.of(loaded), number, serial);
            var refusal = refusal(loaded, visit, reason);
            return refusal == null ? close(loaded, visit, reason.strip(), by) : new Plan.Refuse(refusal);
        });
    }

    private static @Nullable CaseOutcome refusal(LoadedCase loaded, SiteVisit visit, String reason) {
        if (!visit.open()) {
            return new CaseOutcome.VisitOver();
        }
        if (loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        if (visit.found() == 0) {
            return new CaseOutcome.NothingFound();
        }
        var given = Reasons.length(reason);
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    private Plan close(LoadedCase loaded, SiteVisit visit, String reason, Doer by) {
        var change = actions.change(loaded, by);
        for (var party : visit.parties()) {
            loaded.findTask(party.task())
                    .filter(task -> task.state() == TaskState.OPEN)
                    .ifPresent(task -> change.changed.add(task.in(TaskState.CANCELED, task.dueOn())));
        }
        record(change, visit, reason);
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.close_visit", loaded)
                        .with("visit", visit.serial())
                        .because(reason));
    }
}
