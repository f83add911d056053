package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.AcceptanceRefused;
import org.zhengtong.service.casework.CaseAccepted;
import org.zhengtong.service.casework.CaseClosed;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.SupplementItem;
import org.zhengtong.service.casework.SupplementRequested;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** The first answer to an application: accept, refuse, ask for a supplement, or by law (行政许可法 第三十二条). */
@Component
class Intake {

    private final CaseActions actions;
    private final Settlement settlement;
    private final CaseClock clocks;
    private final Rights rights;
    private final SupplementStore supplements;
    private final Offerings offerings;

    Intake(
            CaseActions actions,
            Settlement settlement,
            CaseClock clocks,
            Rights rights,
            SupplementStore supplements,
            Offerings offerings) {
        this.offerings = offerings;
        this.actions = actions;
        this.settlement = settlement;
        this.clocks = clocks;
        this.rights = rights;
        this.supplements = supplements;
    }

    CaseOutcome accept(CaseNumber number, @Nullable LocalDate on, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireTask(user, loaded.intake());
            var refusal = refusal(loaded);
            if (refusal != null) {
                return refusal;
            }
            var day = on == null ? clocks.today() : on;
            if (day.isBefore(loaded.file().receivedOn()) || day.isAfter(clocks.today())) {
                return new Plan.Refuse(
                        new CaseOutcome.WrongDate(day, loaded.file().receivedOn(), clocks.today()));
            }
            return accept(loaded, by, day, false);
        });
    }

    /** Nobody answered in time: the case counts as accepted from the day its materials were received. */
    CaseOutcome acceptByLaw(CaseNumber number) {
        return actions.act(number, Doer.PLATFORM, loaded -> {
            var refusal = refusal(loaded);
            var dueOn = loaded.intake().dueOn();
            if (refusal != null || dueOn == null || !clocks.today().isAfter(dueOn)) {
                return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
            }
            return accept(loaded, Doer.PLATFORM, loaded.file().receivedOn(), true);
        });
    }

    private Plan accept(LoadedCase loaded, Doer by, LocalDate on, boolean deemed) {
        var change = actions.change(loaded, by);
        change.state = CaseState.ACCEPTED;
        change.deemedAccepted = deemed;
        endIntake(loaded, change);
        change.acceptedOn = on;
        change.clocks.add(clocks.joint(loaded.procedure(), loaded.file().leadDepartment(), on));
        change.tell(deemed ? EventKind.DEEMED_ACCEPTED : EventKind.ACCEPTED, Map.of("on", on.toString()));
        change.papers.add(new CaseChange.Paper(
                DocumentKind.ACCEPTANCE_NOTICE, loaded.intake().department(), Map.of("acceptedOn", on.toString())));
        change.news.add(new CaseAccepted(
                loaded.file().number(),
                loaded.file().itemCode(),
                on,
                deemed,
                loaded.file().applicant().account()));
        offerings.begin(loaded, change);
        settlement.advance(loaded, change, Map.of(), Set.of(loaded.intake().serial()));
        var record = CaseActions.record(by, deemed ? "casework.deem_accepted" : "casework.accept", loaded)
                .with("on", on);
        return new Plan.Change(change, record);
    }

    private static void endIntake(LoadedCase loaded, CaseChange change) {
        change.changed.add(loaded.intake().done(change.by, change.at, change.on, null));
        change.endClock(ClockView.INTAKE, false);
    }

    /** Why the intake cannot be done any more; null when it can. */
    private static @Nullable Plan refusal(LoadedCase loaded) {
        var intake = loaded.intake();
        if (loaded.file().state() == CaseState.FILED) {
            return null;
        }
        var doneAt = intake.doneAt();
        if (intake.state() == TaskState.DONE && doneAt != null) {
            var what = loaded.file().state() == CaseState.REFUSED
                    ? EventKind.ACCEPTANCE_REFUSED
                    : loaded.file().deemedAccepted() ? EventKind.DEEMED_ACCEPTED : EventKind.ACCEPTED;
            var who = intake.doneByName() == null ? "" : intake.doneByName();
            return new Plan.Refuse(new CaseOutcome.AlreadyDone(who, doneAt, what));
        }
        return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
    }

    CaseOutcome refuse(CaseNumber number, String reason, String remedies, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireTask(user, loaded.intake());
            var refusal = refusal(loaded);
            if (refusal != null) {
                return refusal;
            }
            var weak = Reasons.weakness(reason, remedies);
            if (weak != null) {
                return new Plan.Refuse(weak);
            }
            var change = actions.change(loaded, by);
            change.state = CaseState.REFUSED;
            change.closedAt = change.at;
            endIntake(loaded, change);
            change.tell(EventKind.ACCEPTANCE_REFUSED, Map.of("reason", reason.strip()));
            change.papers.add(new CaseChange.Paper(
                    DocumentKind.ACCEPTANCE_REFUSAL,
                    loaded.intake().department(),
                    Map.of("reason", reason.strip(), "remedies", remedies.strip())));
            change.news.add(new CaseClosed(
                    loaded.file().number(),
                    CaseState.REFUSED,
                    loaded.file().applicant().account(),
                    change.at));
            change.news.add(new AcceptanceRefused(loaded.file().number(), change.at));
            return new Plan.Change(
                    change,
                    CaseActions.record(by, "casework.refuse_acceptance", loaded).because(reason));
        });
    }

    CaseOutcome requestSupplement(CaseNumber number, List<SupplementItem> items, CurrentUser user) {
        var by = Doer.of(user);
        var outcome = actions.act(number, by, loaded -> {
            rights.requireTask(user, loaded.intake());
            var supplementAt = loaded.supplementAt();
            if (supplementAt != null && loaded.file().state().mayWithdraw()) {
                return new Plan.Refuse(new CaseOutcome.SupplementAlreadyRequested(supplementAt));
            }
            var refusal = refusal(loaded);
            if (refusal != null) {
                return refusal;
            }
            var dueOn = loaded.intake().dueOn();
            if (dueOn != null && clocks.today().isAfter(dueOn)) {
                return new Plan.Refuse(new CaseOutcome.TooLate(dueOn));
            }
            if (items.isEmpty() || items.stream().anyMatch(item -> item.demand().isBlank())) {
                return new Plan.Refuse(new CaseOutcome.NothingRequested());
            }
            return new Plan.Change(
                    askFor(loaded, by, items),
                    CaseActions.record(by, "casework.request_supplement", loaded)
                            .with("items", items.size()));
        });
        if (outcome instanceof CaseOutcome.Done done) {
            supplements.request(CaseKey.of(number), done.at(), user, items);
        }
        return outcome;
    }

    private CaseChange askFor(LoadedCase loaded, Doer by, List<SupplementItem> items) {
        var change = actions.change(loaded, by);
        var intake = loaded.intake();
        change.state = CaseState.SUPPLEMENTING;
        change.supplementAt = change.at;
        change.changed.add(intake.in(TaskState.WAITING, null));
        change.clocks.add(clocks.stopped(
                clocks.intake(
                        loaded.procedure(), intake.department(), loaded.file().receivedOn(), List.of()),
                change.on));
        change.tell(EventKind.SUPPLEMENT_REQUESTED, Map.of("items", Integer.toString(items.size())));
        change.papers.add(new CaseChange.Paper(DocumentKind.SUPPLEMENT_NOTICE, intake.department(), Map.of()));
        change.news.add(new SupplementRequested(
                loaded.file().number(), items.size(), loaded.file().applicant().account()));
        return change;
    }

    /** All of it arrived: the day of receipt is today, and the five working days begin anew. */
    CaseOutcome supplemented(CaseNumber number, Doer by) {
        return actions.actAnywhere(number, loaded -> supplemented(loaded, actions.change(loaded, by)));
    }

    /** All of it arrived at another node, earlier: the day of receipt is that day. */
    CaseOutcome supplementedThere(CaseNumber number, Doer by, Instant at) {
        return actions.act(
                number,
                by,
                loaded -> supplemented(loaded, CaseChange.of(loaded, by, at, LocalDate.ofInstant(at, clocks.zone()))));
    }

    private Plan supplemented(LoadedCase loaded, CaseChange change) {
        if (loaded.file().state() != CaseState.SUPPLEMENTING) {
            return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
        }
        var here = loaded.file().handledAt() == null;
        var intake = loaded.intake();
        var stoppedOn = LocalDate.ofInstant(java.util.Objects.requireNonNull(loaded.supplementAt()), clocks.zone());
        var clock = clocks.intake(
                loaded.procedure(), intake.department(), change.on, List.of(new ClockStop(stoppedOn, change.on)));
        change.state = CaseState.FILED;
        change.receivedOn = change.on;
        change.clocks.add(clock);
        change.changed.add(intake.in(here ? TaskState.OPEN : TaskState.ELSEWHERE, clock.dueOn()));
        change.move = here ? CaseMoved.Move.CHANGED : CaseMoved.Move.SUPPLEMENT_SENT;
        change.tell(EventKind.SUPPLEMENTED, Map.of());
        return new Plan.Change(change, CaseActions.record(change.by, "casework.supplement", loaded));
    }
}
