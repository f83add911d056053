package org.zhengtong.service.casework.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseVisits.Plan;
import org.zhengtong.service.casework.CaseVisits.When;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.SiteVisit.State;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.VisitAnnounced;
import org.zhengtong.service.casework.VisitAnnounced.What;

/** Plans joint site visits, moves them and calls them off. */
@Component
class Visits {

    private static final int LONGEST_PLACE = 200;

    private final CaseActions actions;
    private final VisitStore store;
    private final VisitParties parties;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;
    private final Rights rights;

    Visits(
            CaseActions actions,
            VisitStore store,
            VisitParties parties,
            WorkingCalendar calendar,
            CaseClock clocks,
            Rights rights) {
        this.actions = actions;
        this.store = store;
        this.parties = parties;
        this.calendar = calendar;
        this.clocks = clocks;
        this.rights = rights;
    }

    boolean may(LoadedCase loaded, CurrentUser user) {
        return rights.leadsOrWindow(user, loaded);
    }

    CaseOutcome plan(CaseNumber number, Plan plan, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireLeadOrWindow(user, loaded);
            var refusal = refusal(loaded, plan);
            return refusal == null ? plan(loaded, plan, by) : new CaseActions.Plan.Refuse(refusal);
        });
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, Plan plan) {
        if (loaded.file().state() != CaseState.ACCEPTED) {
            return new CaseOutcome.NotPossible(loaded.file().state());
        }
        var wrong = wrong(plan.when());
        if (wrong != null) {
            return wrong;
        }
        var tooShort = tooShort(plan.purpose());
        return tooShort == null ? parties.refusal(loaded, plan.people()) : tooShort;
    }

    private @Nullable CaseOutcome wrong(When when) {
        if (when.heldOn().isBefore(clocks.today())) {
            return new CaseOutcome.VisitDay(clocks.today());
        }
        if (!calendar.isWorkingDay(when.heldOn())) {
            return new CaseOutcome.DayOff(when.heldOn());
        }
        var place = when.place().strip();
        return place.isEmpty()
                        || place.length() > LONGEST_PLACE
                        || !when.startsAt().matches("([01][0-9]|2[0-3]):[0-5][0-9]")
                ? new CaseOutcome.VisitPlaceMissing()
                : null;
    }

    private static @Nullable CaseOutcome tooShort(String words) {
        var given = Reasons.length(words);
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    private CaseActions.Plan plan(LoadedCase loaded, Plan plan, Doer by) {
        var change = actions.change(loaded, by);
        var before = store.of(loaded);
        var visit = new SiteVisit(
                before.size() + 1,
                State.PLANNED,
                plan.when().heldOn(),
                plan.when().startsAt(),
                plan.when().place().strip(),
                plan.purpose().strip(),
                loaded.file().leadDepartment(),
                1,
                change.at,
                String.valueOf(by.name()),
                null,
                null,
                null,
                parties.parties(loaded, plan.people()));
        change.visits().planned.add(visit);
        visit.parties().forEach(party -> change.opened.add(parties.task(party, visit.heldOn(), change.at)));
        announce(loaded, change, visit, before, What.PLANNED, "");
        return new CaseActions.Plan.Change(
                change,
                CaseActions.record(by, "casework.plan_visit", loaded)
                        .with("on", visit.heldOn())
                        .with("parties", visit.parties().size()));
    }

    /** Notice, event and news of it. */
    private void announce(
            LoadedCase loaded, CaseChange change, SiteVisit visit, List<SiteVisit> before, What what, String reason) {
        var serial = 1 + before.stream().mapToInt(SiteVisit::notices).sum();
        var facts = new HashMap<>(Map.of(
                "serial", String.valueOf(serial),
                "what", what.name(),
                "title", visit.heldOn() + " " + visit.startsAt() + " " + visit.place(),
                "on", visit.heldOn().toString(),
                "time", visit.startsAt(),
                "place", visit.place(),
                "purpose", visit.purpose(),
                "departments", parties.names(visit)));
        if (!reason.isEmpty()) {
            facts.put("reason", reason);
        }
        change.tell(
                switch (what) {
                    case PLANNED -> EventKind.VISIT_PLANNED;
                    case MOVED -> EventKind.VISIT_MOVED;
                    case CALLED_OFF -> EventKind.VISIT_CALLED_OFF;
                },
                facts);
        change.papers.add(new CaseChange.Paper(DocumentKind.VISIT_NOTICE, serial, visit.department(), facts));
        var file = loaded.file();
        change.news.add(new VisitAnnounced(
                file.number(),
                what,
                visit.heldOn(),
                visit.startsAt(),
                visit.place(),
                reason,
                file.applicant().account(),
                VisitParties.accounts(visit)));
    }

    /** The visit, or a problem when the case has none of this number. */
    static SiteVisit require(List<SiteVisit> all, CaseNumber number, int serial) {
        return all.stream()
                .filter(one -> one.serial() == serial)
                .findFirst()
                .orElseThrow(() ->
                        new ProblemException(CaseworkProblem.VISIT_NOT_FOUND, number.value(), String.valueOf(serial)));
    }

    CaseOutcome move(CaseNumber number, int serial, When when, String reason, CurrentUser user) {
        return change(number, serial, reason, user, (loaded, all, visit, by) -> {
            var wrong = wrong(when);
            var refusal = wrong == null ? parties.refusal(loaded, VisitParties.accounts(visit)) : wrong;
            return refusal == null
                    ? move(loaded, all, visit, when, reason.strip(), by)
                    : new CaseActions.Plan.Refuse(refusal);
        });
    }

    private CaseActions.Plan move(
            LoadedCase loaded, List<SiteVisit> all, SiteVisit visit, When when, String reason, Doer by) {
        var change = actions.change(loaded, by);
        var moved = visit.moved(when, reason);
        change.visits().moved.add(moved);
        tasks(loaded, visit).forEach(task -> change.changed.add(task.in(task.state(), when.heldOn())));
        announce(loaded, change, moved, all, What.MOVED, reason);
        return new CaseActions.Plan.Change(
                change,
                CaseActions.record(by, "casework.move_visit", loaded)
                        .with("from", visit.heldOn())
                        .with("to", when.heldOn())
                        .because(reason));
    }

    private static List<TaskRow> tasks(LoadedCase loaded, SiteVisit visit) {
        return visit.parties().stream()
                .flatMap(party -> loaded.findTask(party.task()).stream())
                .filter(task -> task.state() == TaskState.OPEN)
                .toList();
    }

    CaseOutcome callOff(CaseNumber number, int serial, String reason, CurrentUser user) {
        return change(
                number,
                serial,
                reason,
                user,
                (loaded, all, visit, by) -> callOff(loaded, all, visit, reason.strip(), by));
    }

    private CaseActions.Plan callOff(LoadedCase loaded, List<SiteVisit> all, SiteVisit visit, String reason, Doer by) {
        var change = actions.change(loaded, by);
        change.visits().ended.add(new VisitChange.Ended(visit.serial(), State.CALLED_OFF, reason, visit.notices() + 1));
        tasks(loaded, visit).forEach(task -> change.changed.add(task.in(TaskState.CANCELED, task.dueOn())));
        announce(loaded, change, visit, all, What.CALLED_OFF, reason);
        return new CaseActions.Plan.Change(
                change,
                CaseActions.record(by, "casework.call_off_visit", loaded)
                        .with("on", visit.heldOn())
                        .because(reason));
    }

    @FunctionalInterface
    private interface Step {
        CaseActions.Plan plan(LoadedCase loaded, List<SiteVisit> all, SiteVisit visit, Doer by);
    }

    /** Only a visit of which nothing was written yet is moved or called off. */
    private CaseOutcome change(CaseNumber number, int serial, String reason, CurrentUser user, Step step) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            rights.requireLeadOrWindow(user, loaded);
            var all = store.of(loaded);
            var visit = require(all, number, serial);
            if (!visit.open() || visit.found() > 0) {
                return new CaseActions.Plan.Refuse(new CaseOutcome.VisitOver());
            }
            if (loaded.file().state() != CaseState.ACCEPTED) {
                return new CaseActions.Plan.Refuse(
                        new CaseOutcome.NotPossible(loaded.file().state()));
            }
            var tooShort = tooShort(reason);
            return tooShort == null ? step.plan(loaded, all, visit, by) : new CaseActions.Plan.Refuse(tooShort);
        });
    }
}
