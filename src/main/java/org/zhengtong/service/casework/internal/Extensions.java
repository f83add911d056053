package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseView.DocumentKind;
import org.zhengtong.service.casework.CaseView.EventKind;
import org.zhengtong.service.casework.CaseworkProblem;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.ExtensionRefused;
import org.zhengtong.service.casework.LimitExtended;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.TaskId;
import org.zhengtong.service.casework.TaskState;
import org.zhengtong.service.casework.internal.CaseActions.Plan;

/** Requests for more time and their answers (行政许可法 第四十二条). */
@Component
class Extensions {

    private final CaseActions actions;
    private final LimitStore store;
    private final MovedLimits limits;
    private final CaseClock clocks;
    private final Rights rights;
    private final Permissions permissions;

    Extensions(
            CaseActions actions,
            LimitStore store,
            MovedLimits limits,
            CaseClock clocks,
            Rights rights,
            Permissions permissions) {
        this.actions = actions;
        this.store = store;
        this.limits = limits;
        this.clocks = clocks;
        this.rights = rights;
        this.permissions = permissions;
    }

    CaseOutcome ask(TaskId id, boolean joint, String reason, CurrentUser user) {
        var by = Doer.of(user);
        return actions.act(id.number(), by, loaded -> {
            var task = Decisions.require(loaded, id);
            rights.requireTask(user, task);
            var busy = SpecialProcedures.notOpen(loaded, task, user);
            if (busy != null) {
                return new Plan.Refuse(busy);
            }
            var more = allowed(loaded, task, joint);
            if (more == null) {
                return new Plan.Refuse(new CaseOutcome.NotExtendable());
            }
            var earlier = store.extensions(loaded.key());
            var refusal = refusal(loaded, earlier, joint ? ClockView.JOINT : task.step(), reason);
            return refusal == null
                    ? ask(loaded, request(loaded, task, joint, more, reason.strip(), earlier.size() + 1, by), by)
                    : new Plan.Refuse(refusal);
        });
    }

    /** How much more the procedure allows; the limit of the whole case is the lead department's affair. */
    static Procedure.@Nullable MoreTime allowed(LoadedCase loaded, TaskRow task, boolean joint) {
        var step = loaded.procedure().step(task.step());
        return joint ? (step.lead() ? loaded.procedure().joint().extension() : null) : step.extension();
    }

    private @Nullable CaseOutcome refusal(LoadedCase loaded, List<Extension> earlier, String step, String reason) {
        for (var one : earlier) {
            if (one.step().equals(step) && one.state() != Extension.State.REFUSED) {
                return once(one);
            }
        }
        var missed = missed(limits.require(loaded, step));
        if (missed != null) {
            return new CaseOutcome.LimitMissed(missed);
        }
        return tooShort(reason);
    }

    private static CaseOutcome once(Extension earlier) {
        var decidedAt = earlier.decidedAt();
        var decidedBy = earlier.decidedName();
        return decidedAt == null || decidedBy == null
                ? new CaseOutcome.ExtensionOnce(earlier.askedName(), earlier.askedAt(), false)
                : new CaseOutcome.ExtensionOnce(decidedBy, decidedAt, true);
    }

    private static @Nullable CaseOutcome tooShort(String reason) {
        var given = Reasons.length(reason);
        return given < Reasons.SHORTEST ? new CaseOutcome.ReasonTooShort(given, Reasons.SHORTEST) : null;
    }

    /** The statutory last day when it has passed, the promised one where no law sets a limit; null when there is time. */
    private @Nullable LocalDate missed(ClockRow clock) {
        var last = clock.statutory() == null ? clock.committedDueOn() : clock.statutoryDueOn();
        return last != null && clocks.today().isAfter(last) ? last : null;
    }

    private static Extension request(
            LoadedCase loaded,
            TaskRow task,
            boolean joint,
            Procedure.MoreTime more,
            String reason,
            int serial,
            Doer by) {
        return new Extension(
                serial,
                joint ? ClockView.JOINT : task.step(),
                joint ? loaded.procedure().title() : task.title(),
                joint ? loaded.file().leadDepartment() : task.department(),
                more.by(),
                more.law(),
                reason,
                Extension.State.ASKED,
                by.account() == null ? 0 : by.account(),
                String.valueOf(by.name()),
                java.time.Instant.EPOCH,
                null,
                null,
                null);
    }

    private Plan ask(LoadedCase loaded, Extension request, Doer by) {
        var change = actions.change(loaded, by);
        change.limits().asked.add(new LimitChange.Asked(request));
        change.tell(EventKind.EXTENSION_ASKED, facts(request, request.reason()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.ask_extension", loaded)
                        .with("step", request.step())
                        .because(request.reason()));
    }

    private static Map<String, String> facts(Extension request, String reason) {
        return Map.of(
                "serial", String.valueOf(request.serial()),
                "step", request.step(),
                "title", request.stepTitle(),
                "amount", String.valueOf(LimitText.of(request.by())),
                "law", request.law(),
                "reason", reason);
    }

    CaseOutcome approve(CaseNumber number, int serial, CurrentUser user) {
        return answer(number, serial, user, (loaded, request, by) -> {
            var before = limits.require(loaded, request.step());
            var missed = missed(before);
            return missed == null
                    ? approve(loaded, request, before, by)
                    : new Plan.Refuse(new CaseOutcome.LimitMissed(missed));
        });
    }

    private Plan approve(LoadedCase loaded, Extension request, ClockRow before, Doer by) {
        var change = actions.change(loaded, by);
        var clock = clocks.extended(before, request.by().amount());
        change.limits().moved.add(clock);
        change.limits().answered.add(new LimitChange.Answered(request.serial(), Extension.State.APPROVED, null));
        loaded.openTasks().stream()
                .filter(task -> task.step().equals(request.step()) && task.state() == TaskState.OPEN)
                .forEach(task -> change.changed.add(task.in(TaskState.OPEN, clock.dueOn())));
        var facts = new java.util.LinkedHashMap<>(facts(request, request.reason()));
        facts.put("statutory", String.valueOf(LimitText.of(longest(clock))));
        facts.put("to", clock.dueOn() == null ? "" : clock.dueOn().toString());
        change.tell(EventKind.EXTENSION_APPROVED, facts);
        change.limits()
                .papers
                .add(new LimitChange.Paper(
                        DocumentKind.EXTENSION_NOTICE,
                        request.serial(),
                        request.department().value(),
                        facts));
        var file = loaded.file();
        change.news.add(new LimitExtended(
                file.number(), request.by(), request.reason(), file.applicant().account()));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.approve_extension", loaded)
                        .with("step", request.step())
                        .with("asked", request.askedName()));
    }

    private static @Nullable TimeLimit longest(ClockRow clock) {
        return clock.statutory() == null ? clock.committed() : clock.statutory();
    }

    CaseOutcome refuse(CaseNumber number, int serial, String reason, CurrentUser user) {
        return answer(number, serial, user, (loaded, request, by) -> {
            var tooShort = tooShort(reason);
            return tooShort == null ? refuse(loaded, request, reason.strip(), by) : new Plan.Refuse(tooShort);
        });
    }

    private Plan refuse(LoadedCase loaded, Extension request, String reason, Doer by) {
        var change = actions.change(loaded, by);
        change.limits().answered.add(new LimitChange.Answered(request.serial(), Extension.State.REFUSED, reason));
        change.tell(EventKind.EXTENSION_REFUSED, facts(request, reason));
        change.news.add(new ExtensionRefused(loaded.file().number(), reason, new AccountId(request.askedBy())));
        return new Plan.Change(
                change,
                CaseActions.record(by, "casework.refuse_extension", loaded)
                        .with("step", request.step())
                        .because(reason));
    }

    @FunctionalInterface
    private interface Answer {
        Plan plan(LoadedCase loaded, Extension request, Doer by);
    }

    private CaseOutcome answer(CaseNumber number, int serial, CurrentUser user, Answer answer) {
        var by = Doer.of(user);
        return actions.act(number, by, loaded -> {
            var request = store.extensions(loaded.key()).stream()
                    .filter(one -> one.serial() == serial)
                    .findFirst()
                    .orElseThrow(() -> new ProblemException(
                            CaseworkProblem.EXTENSION_NOT_FOUND, number.value(), String.valueOf(serial)));
            permissions.require(user, CaseLimits.APPROVE, answering(loaded, request));
            var refusal = unanswerable(loaded, request, user);
            return refusal == null ? answer.plan(loaded, request, by) : new Plan.Refuse(refusal);
        });
    }

    /** The department that has the work now: it may have taken it over since. */
    private static DepartmentId answering(LoadedCase loaded, Extension request) {
        return request.step().equals(ClockView.JOINT)
                ? loaded.file().leadDepartment()
                : loaded.openTasks().stream()
                        .filter(task -> task.step().equals(request.step()))
                        .map(TaskRow::department)
                        .findFirst()
                        .orElse(request.department());
    }

    private static @Nullable CaseOutcome unanswerable(LoadedCase loaded, Extension request, CurrentUser user) {
        var decidedAt = request.decidedAt();
        if (request.state() != Extension.State.ASKED && decidedAt != null) {
            return new CaseOutcome.AlreadyDone(
                    String.valueOf(request.decidedName()),
                    decidedAt,
                    request.state() == Extension.State.APPROVED
                            ? EventKind.EXTENSION_APPROVED
                            : EventKind.EXTENSION_REFUSED);
        }
        if (request.askedBy() == user.id().value()) {
            return new CaseOutcome.OwnRequest();
        }
        var step = request.step();
        var runs = step.equals(ClockView.JOINT)
                || loaded.openTasks().stream().anyMatch(task -> task.step().equals(step));
        return runs && loaded.file().state() == CaseState.ACCEPTED
                ? null
                : new CaseOutcome.NotPossible(loaded.file().state());
    }
}
