package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseResumed;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSuspended;
import org.zhengtong.service.casework.CaseSuspensions.Ground;
import org.zhengtong.service.casework.CaseSuspensions.Suspend;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.Suspension;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Suspends a whole case and lets it go on: every task is held, every clock stands still. */
@Component
class Suspensions {

    private final CaseActions actions;
    private final LimitStore store;
    private final SuspensionGrounds grounds;
    private final HeldTasks held;
    private final CaseClock clocks;
    private final Rights rights;
    private final Texts texts;

    Suspensions(
            CaseActions actions,
            LimitStore store,
            SuspensionGrounds grounds,
            HeldTasks held,
            CaseClock clocks,
            Rights rights,
            Texts texts) {
        this.actions = actions;
        this.store = store;
        this.grounds = grounds;
        this.held = held;
        this.clocks = clocks;
        this.rights = rights;
        this.texts = texts;
    }

    CaseOutcome suspend(CaseNumber number, Suspend suspend, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireLead(user, loaded);
            var before = store.suspensions(loaded.key());
            var ground = grounds.find(suspend.ground());
            var refusal = refusal(loaded, suspend);
            if (refusal != null) {
                return new Plan.Refuse(refusal);
            }
            return ground.<Plan>map(one -> suspend(loaded, suspend, one, before, by))
                    .orElseGet(() -> new Plan.Refuse(new CaseOutcome.GroundMissing()));
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, Suspend suspend) {
        if (loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        var given = Reasons.length(suspend.reason());
        if (given < Reasons.SHORTEST) {
            return new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST);
        }
        var day = suspend.resumeOn();
        if (day == null) {
            return null;
        }
        return day.isAfter(clocks.today())
                ? held.dayOff(day)
                : new CaseOutcome.DayNotAhead(clocks.today().plusDays(1));
    }

    private Plan suspend(LoadedCase loaded, Suspend suspend, Ground ground, List<Suspension> before, Doer by) {
        var change = actions.change(loaded, by);
        var resumeOn = suspend.resumeOn();
        var started = new Suspension(
                before.size() + 1,
                ground.code(),
                ground.title(),
                ground.law(),
                suspend.reason().strip(),
                change.on,
                resumeOn,
                String.valueOf(by.name()),
                null,
                null,
                null);
        change.state = CaseState.SUSPENDED;
        change.limits().suspended.add(started);
        var after = new ArrayList<>(before);
        after.add(started);
        held.hold(loaded, change, after);
        var facts = facts(started);
        change.tell(EventKind.SUSPENDED, facts);
        paper(loaded, change, DocumentKind.SUSPENSION_NOTICE, started, facts);
        change.news.add(new CaseSuspended(
                loaded.file().number(),
                started.title(),
                resumeOn,
                loaded.file().applicant().account(),
                lanes(loaded)));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.suspend", loaded)
                        .with("ground", ground.code())
                        .with("resume", resumeOn)
                        .because(started.reason()));
    }

    private static Map<String, String> facts(Suspension one) {
        var facts = new HashMap<>(Map.of(
                "serial", String.valueOf(one.serial()),
                "title", one.title(),
                "law", one.law(),
                "reason", one.reason(),
                "from", one.startedOn().toString()));
        if (one.resumeOn() != null) {
            facts.put("expected", one.resumeOn().toString());
        }
        return Map.copyOf(facts);
    }

    private static void paper(
            LoadedCase loaded, CaseChange change, DocumentKind kind, Suspension one, Map<String, String> facts) {
        change.limits()
                .papers
                .add(new LimitChange.Paper(
                        kind, one.serial(), loaded.file().leadDepartment().value(), facts));
    }

    /** Whose tasks are held, questions to other departments among them. */
    private static List<CaseSuspended.Lane> lanes(LoadedCase loaded) {
        var all = new ArrayList<>(loaded.openTasks());
        all.addAll(loaded.openQuestions());
        return all.stream()
                .map(task -> new CaseSuspended.Lane(
                        task.department(), task.holder() == null ? null : new AccountId(task.holder())))
                .distinct()
                .toList();
    }

    CaseOutcome resume(CaseNumber number, String outcome, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireLead(user, loaded);
            if (loaded.file().state() != CaseState.SUSPENDED) {
                return new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
            }
            var given = Reasons.length(outcome);
            return given < Reasons.SHORTEST
                    ? new Plan.Refuse(new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST))
                    : resume(loaded, outcome.strip(), by);
        });
    }

    /** The day has come that was given when the case was suspended. */
    CaseOutcome resumeByDate(CaseNumber number) {
        return actions.act(number, Doer.PLATFORM, loaded -> {
            var due = loaded.file().state() == CaseState.SUSPENDED
                    && store.suspensions(loaded.key()).stream().anyMatch(one -> one.running() && come(one.resumeOn()));
            return due
                    ? resume(loaded, texts.say(Locale.SIMPLIFIED_CHINESE, "casework.resumed-by-date"), Doer.PLATFORM)
                    : new Plan.Refuse(new CaseOutcome.NotPossible(loaded.file().state()));
        });
    }

    private boolean come(@Nullable LocalDate day) {
        return day != null && !day.isAfter(clocks.today());
    }

    private Plan resume(LoadedCase loaded, String outcome, Doer by) {
        var change = actions.change(loaded, by);
        var before = store.suspensions(loaded.key());
        var running = before.stream().filter(Suspension::running).findFirst().orElseThrow();
        change.state = CaseState.ACCEPTED;
        change.limits().resumed.add(new LimitChange.Resumed(running.serial(), outcome));
        var after = before.stream()
                .map(one -> one.running() ? one.endedOn(change.on) : one)
                .toList();
        var joint = held.release(loaded, change, after);
        var facts = new HashMap<>(facts(running));
        facts.put("reason", outcome);
        facts.put("until", change.on.toString());
        facts.put("to", joint == null ? "" : joint.toString());
        change.tell(EventKind.RESUMED, facts);
        paper(loaded, change, DocumentKind.RESUMPTION_NOTICE, running, facts);
        change.news.add(new CaseResumed(
                loaded.file().number(), loaded.file().applicant().account(), lanes(loaded)));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.resume", loaded)
                        .with("ground", running.ground())
                        .because(outcome));
    }
}
