package org.zhengtong.service.casework.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.service.casework.CaseDecided;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.LicenseAwaited;
import org.zhengtong.service.casework.Offered;
import org.zhengtong.service.casework.Offered.DeferredMaterial;
import org.zhengtong.service.casework.TaskState;

/** Moves a case on in its tree: opens and ends tasks with their clocks, and closes the case when the tree is settled. */
@Component
class Settlement {

    private final CaseClock clocks;
    private final Lanes lanes;
    private final Conditions conditions;
    private final CaseFileStore files;
    private final MovedLimits limits;
    private final Questions questions;
    private final Offerings offerings;

    Settlement(
            CaseClock clocks,
            Lanes lanes,
            Conditions conditions,
            CaseFileStore files,
            MovedLimits limits,
            Questions questions,
            Offerings offerings) {
        this.offerings = offerings;
        this.clocks = clocks;
        this.lanes = lanes;
        this.conditions = conditions;
        this.files = files;
        this.limits = limits;
        this.questions = questions;
    }

    /** Why the lead department cannot grant yet: materials that were to follow have not come (容缺受理); null when it can. */
    @Nullable
    CaseOutcome awaited(LoadedCase loaded, TaskRow task) {
        var leads = task.department().equals(loaded.file().leadDepartment());
        var missing = leads ? offerings.of(loaded).outstanding() : List.<DeferredMaterial>of();
        return missing.isEmpty()
                ? null
                : new CaseOutcome.MaterialsMissing(
                        Supplies.names(missing), missing.getFirst().dueOn(), over(missing));
    }

    Offered offered(LoadedCase loaded) {
        return offerings.of(loaded);
    }

    private boolean over(List<DeferredMaterial> missing) {
        return clocks.today().isAfter(missing.getFirst().dueOn());
    }

    Progress progress(LoadedCase loaded, Map<String, Boolean> results) {
        return Progress.next(loaded.procedure().tree(), results, conditions.over(() -> files.answers(loaded)));
    }

    /** Continues after {@code results}; {@code endedNow} are the tasks this action has ended itself. */
    void advance(LoadedCase loaded, CaseChange change, Map<String, Boolean> results, Set<Integer> endedNow) {
        var progress = progress(loaded, results);
        var wanted = new HashSet<>(progress.open());
        for (var task : loaded.openTasks()) {
            if (!endedNow.contains(task.serial()) && !wanted.remove(task.step())) {
                change.changed.add(task.in(TaskState.CANCELED, task.dueOn()));
                change.endClock(task.step(), true);
            }
        }
        open(loaded, change, progress, wanted);
        if (progress.result() != Progress.Result.PENDING) {
            settle(loaded, change, results, progress.result() == Progress.Result.PASSED);
        }
        limits.follow(loaded, change);
        questions.follow(loaded, change);
        VisitChange.follow(loaded, change);
    }

    private void open(LoadedCase loaded, CaseChange change, Progress progress, HashSet<String> wanted) {
        var serial = loaded.nextSerial();
        var startsOn = change.acceptedOn == null || loaded.file().acceptedOn() != null ? change.on : change.acceptedOn;
        for (var key : progress.open()) {
            if (wanted.contains(key)) {
                var step = loaded.procedure().step(key);
                var department = lanes.require(step.department(), loaded.file().jurisdiction());
                var clock = loaded.reached(key)
                        ? clocks.again(limits.require(loaded, key), department, startsOn)
                        : clocks.step(step, department, startsOn);
                change.open(TaskRow.open(serial++, step, department, clock.dueOn(), change.at), clock);
            }
        }
    }

    private void settle(LoadedCase loaded, CaseChange change, Map<String, Boolean> results, boolean granted) {
        var joint = limits.joint(loaded, change);
        change.state = granted ? CaseState.GRANTED : CaseState.DENIED;
        change.granted = granted;
        change.decidedAt = change.at;
        change.decidedOn = change.on;
        change.inTime = joint.dueOn() == null || !change.on.isAfter(joint.dueOn());
        change.workingDays = clocks.workingDays(joint, change.on);
        change.closedAt = granted ? null : change.at;
        change.endMainClock(false);
        var round = limits.rounds(loaded) + 1;
        change.tell(
                granted ? EventKind.GRANTED : EventKind.DENIED,
                round == 1 ? Map.of() : Map.of("serial", String.valueOf(round)));
        change.papers.add(new CaseChange.Paper(
                granted ? DocumentKind.GRANT : DocumentKind.DENIAL,
                round,
                loaded.file().leadDepartment(),
                Map.of()));
        if (granted) {
            offerings.granted(loaded, change);
        }
        var file = loaded.file();
        change.news.add(new CaseDecided(
                file.number(),
                file.itemCode(),
                granted,
                file.licenseType(),
                file.division(),
                file.leadDepartment(),
                file.applicant().account(),
                change.at));
        if (granted && (file.licenseType() != null || licensedLane(loaded, results))) {
            change.news.add(new LicenseAwaited(file.number(), file.licenseType()));
        }
    }

    /** Whether a lane that was granted leads to a licence of its own. */
    private static boolean licensedLane(LoadedCase loaded, Map<String, Boolean> results) {
        return loaded.procedure()
                .tree()
                .steps()
                .anyMatch(step -> step.own().license() != null && Boolean.TRUE.equals(results.get(step.key())));
    }
}
