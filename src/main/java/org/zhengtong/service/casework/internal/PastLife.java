package org.zhengtong.service.casework.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.ClockStop;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.PastCase;
import org.zhengtong.service.casework.PastDeed;
import org.zhengtong.service.casework.TaskState;

/** The life of one case of an older system, replayed deed by deed under the procedure in force. */
final class PastLife {

    private static final Actor OLDER_SYSTEM = Actor.system("import");

    /** What the case stands on: its procedure, the departments of its jurisdiction, its conditions, the calendar. */
    record Ground(
            KnownProcedures.Numbered procedure,
            Map<String, DepartmentId> departments,
            Predicate<Block.Condition> holds,
            CaseClock clocks) {

        DepartmentId window() {
            return department(procedure.procedure().intake().department());
        }

        DepartmentId department(String slug) {
            return java.util.Objects.requireNonNull(departments.get(slug));
        }
    }

    /** Something to stand in the case's history. */
    record Told(Instant at, EventKind kind, @Nullable String byName, Map<String, String> detail) {}

    final PastCase past;
    final Ground ground;
    final DepartmentId lead;
    final List<TaskRow> tasks = new ArrayList<>();
    final Map<String, ClockRow> clocks = new LinkedHashMap<>();
    final List<Told> history = new ArrayList<>();
    final Map<Integer, Decision> decisions = new LinkedHashMap<>();

    CaseState state = CaseState.FILED;
    Instant filedAt = Instant.MIN;
    LocalDate receivedOn = LocalDate.MIN;

    @Nullable
    LocalDate acceptedOn;

    PastDeed.@Nullable SupplementRequested supplement;

    @Nullable
    Instant supplementedAt;

    @Nullable
    Instant decidedAt;

    @Nullable
    Boolean granted;

    @Nullable
    Boolean inTime;

    @Nullable
    Integer workingDays;

    @Nullable
    Instant closedAt;

    @Nullable
    String resultIdentifier;

    private final Map<String, Boolean> results = new HashMap<>();

    PastLife(PastCase past, Ground ground, DepartmentId lead) {
        this.past = past;
        this.ground = ground;
        this.lead = lead;
    }

    LocalDate on(Instant at) {
        return LocalDate.ofInstant(at, ground.clocks().zone());
    }

    /** Replays one deed; false when it cannot have happened in the state the case is in. */
    boolean live(PastDeed deed) {
        return switch (deed) {
            case PastDeed.Filed filed -> file(filed.at());
            case PastDeed.SupplementRequested requested -> requestSupplement(requested);
            case PastDeed.Supplemented supplemented -> supplement(supplemented.at());
            case PastDeed.Accepted accepted -> accept(accepted);
            case PastDeed.AcceptanceRefused refused -> refuse(refused);
            case PastDeed.Decided decided -> decide(decided);
            case PastDeed.Withdrawn withdrawn -> withdraw(withdrawn);
            case PastDeed.Delivered delivered -> deliver(delivered);
        };
    }

    private boolean file(Instant at) {
        if (!tasks.isEmpty()) {
            return false;
        }
        var procedure = ground.procedure().procedure();
        filedAt = at;
        receivedOn = on(at);
        var clock = ground.clocks().intake(procedure, ground.window(), receivedOn, List.of());
        clocks.put(clock.step(), clock);
        tasks.add(
                TaskRow.open(1, Admission.intakeStep(procedure, ground.window()), ground.window(), clock.dueOn(), at));
        var contact = past.applicant().contactName();
        tell(at, EventKind.FILED, contact, Map.of("channel", past.channel().name(), "contact", contact));
        return true;
    }

    private boolean requestSupplement(PastDeed.SupplementRequested requested) {
        if (state != CaseState.FILED || supplement != null || requested.items().isEmpty()) {
            return false;
        }
        state = CaseState.SUPPLEMENTING;
        supplement = requested;
        tasks.set(0, tasks.getFirst().in(TaskState.WAITING, null));
        clocks.computeIfPresent(
                ClockView.INTAKE, (step, clock) -> ground.clocks().stopped(clock, on(requested.at())));
        tell(
                requested.at(),
                EventKind.SUPPLEMENT_REQUESTED,
                requested.byName(),
                Map.of("items", Integer.toString(requested.items().size())));
        return true;
    }

    private boolean supplement(Instant at) {
        if (state != CaseState.SUPPLEMENTING || supplement == null) {
            return false;
        }
        state = CaseState.FILED;
        supplementedAt = at;
        receivedOn = on(at);
        var stop = new ClockStop(on(supplement.at()), receivedOn);
        var clock = ground.clocks().intake(ground.procedure().procedure(), ground.window(), receivedOn, List.of(stop));
        clocks.put(clock.step(), clock);
        tasks.set(0, tasks.getFirst().in(TaskState.OPEN, clock.dueOn()));
        tell(at, EventKind.SUPPLEMENTED, past.applicant().contactName(), Map.of());
        return true;
    }

    private boolean accept(PastDeed.Accepted accepted) {
        if (state != CaseState.FILED) {
            return false;
        }
        state = CaseState.ACCEPTED;
        acceptedOn = on(accepted.at());
        endIntake(accepted.at(), accepted.byName());
        var joint = ground.clocks().joint(ground.procedure().procedure(), lead, acceptedOn);
        clocks.put(joint.step(), joint);
        tell(accepted.at(), EventKind.ACCEPTED, accepted.byName(), Map.of("on", acceptedOn.toString()));
        advance(accepted.at());
        return true;
    }

    private void endIntake(Instant at, String byName) {
        tasks.set(0, tasks.getFirst().done(doer(byName), at, on(at), null));
        end(ClockView.INTAKE, at, false);
    }

    private boolean refuse(PastDeed.AcceptanceRefused refused) {
        if (state != CaseState.FILED) {
            return false;
        }
        state = CaseState.REFUSED;
        closedAt = refused.at();
        endIntake(refused.at(), refused.byName());
        tell(refused.at(), EventKind.ACCEPTANCE_REFUSED, refused.byName(), Map.of("reason", refused.reason()));
        return true;
    }

    private boolean decide(PastDeed.Decided decided) {
        var at = placeOfOpen(decided.step());
        if (state != CaseState.ACCEPTED || at < 0) {
            return false;
        }
        var task = tasks.get(at);
        var passed = decided.decision() instanceof Decision.Granted;
        tasks.set(at, task.done(doer(decided.byName()), decided.at(), on(decided.at()), passed));
        end(task.step(), decided.at(), false);
        decisions.put(task.serial(), decided.decision());
        results.put(task.step(), passed);
        tell(
                decided.at(),
                passed ? EventKind.STEP_GRANTED : EventKind.STEP_DENIED,
                decided.byName(),
                Map.of(
                        "step",
                        task.step(),
                        "title",
                        task.title(),
                        "opinion",
                        decided.decision().opinion()));
        advance(decided.at());
        return true;
    }

    private int placeOfOpen(String step) {
        for (var at = 0; at < tasks.size(); at++) {
            if (tasks.get(at).step().equals(step) && tasks.get(at).state() == TaskState.OPEN) {
                return at;
            }
        }
        return -1;
    }

    private boolean withdraw(PastDeed.Withdrawn withdrawn) {
        if (tasks.isEmpty() || !state.mayWithdraw()) {
            return false;
        }
        state = CaseState.WITHDRAWN;
        closedAt = withdrawn.at();
        cancelExcept(new HashSet<>(), withdrawn.at());
        end(acceptedOn == null ? ClockView.INTAKE : ClockView.JOINT, withdrawn.at(), true);
        tell(withdrawn.at(), EventKind.WITHDRAWN, past.applicant().contactName(), Map.of("reason", withdrawn.reason()));
        return true;
    }

    private boolean deliver(PastDeed.Delivered delivered) {
        if (state != CaseState.GRANTED) {
            return false;
        }
        state = CaseState.DELIVERED;
        closedAt = delivered.at();
        resultIdentifier = delivered.resultIdentifier();
        tell(
                delivered.at(),
                EventKind.DELIVERED,
                null,
                Map.of("result", resultIdentifier == null ? "" : resultIdentifier));
        return true;
    }

    /** Opens and ends tasks as the tree says, and settles the case when the tree is. */
    private void advance(Instant at) {
        var procedure = ground.procedure().procedure();
        var progress = Progress.next(procedure.tree(), results, ground.holds());
        var wanted = new HashSet<>(progress.open());
        cancelExcept(wanted, at);
        for (var key : progress.open()) {
            if (wanted.contains(key)) {
                var step = procedure.step(key);
                var department = ground.department(step.department());
                var clock = ground.clocks().step(step, department, on(at));
                tasks.add(TaskRow.open(tasks.size() + 1, step, department, clock.dueOn(), at));
                clocks.put(clock.step(), clock);
            }
        }
        if (progress.result() != Progress.Result.PENDING) {
            settle(at, progress.result() == Progress.Result.PASSED);
        }
    }

    /** Ends every open task whose step is not among these, and leaves there only those that have no task yet. */
    private void cancelExcept(Set<String> wanted, Instant at) {
        for (var place = 0; place < tasks.size(); place++) {
            var task = tasks.get(place);
            var open = task.state() == TaskState.OPEN || task.state() == TaskState.WAITING;
            if (open && !wanted.remove(task.step())) {
                tasks.set(place, task.in(TaskState.CANCELED, task.dueOn()));
                end(task.step(), at, true);
            }
        }
    }

    private void settle(Instant at, boolean passed) {
        var joint = java.util.Objects.requireNonNull(clocks.get(ClockView.JOINT));
        state = passed ? CaseState.GRANTED : CaseState.DENIED;
        granted = passed;
        decidedAt = at;
        inTime = joint.dueOn() == null || !on(at).isAfter(joint.dueOn());
        workingDays = ground.clocks().workingDays(joint, on(at));
        closedAt = passed ? null : at;
        end(ClockView.JOINT, at, false);
        tell(at, passed ? EventKind.GRANTED : EventKind.DENIED, null, Map.of());
    }

    private void end(String step, Instant at, boolean canceled) {
        clocks.computeIfPresent(
                step, (key, clock) -> clock.endedAt() == null ? clock.ended(at, on(at), canceled) : clock);
    }

    private void tell(Instant at, EventKind kind, @Nullable String byName, Map<String, String> detail) {
        history.add(new Told(at, kind, byName, detail));
    }

    private static Doer doer(String name) {
        return new Doer(null, name, OLDER_SYSTEM);
    }
}
