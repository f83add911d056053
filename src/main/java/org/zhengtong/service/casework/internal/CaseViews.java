package org.zhengtong.service.casework.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.base.workdays.WorkingCalendar;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseView;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Decision;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.Reopening;
import org.zhengtong.service.casework.SiteVisit;
import org.zhengtong.service.casework.TaskId;

/** Puts together what the pages show of a case. */
@Component
class CaseViews {

    /** Words of an event that do not leave the authorities. */
    static final String INNER = "inner";

    private final CasePartsStore parts;
    private final Lanes lanes;
    private final WorkingCalendar calendar;
    private final CaseClock clocks;
    private final Decisions decisions;
    private final LimitStore limits;
    private final VisitStore visits;

    CaseViews(
            CasePartsStore parts,
            Lanes lanes,
            WorkingCalendar calendar,
            CaseClock clocks,
            Decisions decisions,
            LimitStore limits,
            VisitStore visits) {
        this.parts = parts;
        this.lanes = lanes;
        this.calendar = calendar;
        this.clocks = clocks;
        this.decisions = decisions;
        this.limits = limits;
        this.visits = visits;
    }

    /** The case for a reader; {@code reader} null for the public look-up. */
    CaseView view(LoadedCase loaded, @Nullable CurrentUser reader) {
        var found = parts.require(loaded.key());
        var extensions = loaded.limitsMoved() ? limits.extensions(loaded.key()) : List.<Extension>of();
        var byStep = clocks(loaded.procedure(), found, extensions);
        var reopenings = loaded.limitsMoved() ? limits.reopenings(loaded.key()) : List.<Reopening>of();
        var inside = reader != null && reader.isStaff();
        return new CaseView(
                loaded.file(),
                found.answers().formKey(),
                found.answers().formVersion(),
                found.answers().answers(),
                ordered(loaded, byStep, inside),
                intake(loaded, found, byStep, reader),
                lanes(loaded, found, byStep, reader, inside),
                happenings(found, inside),
                found.materials(),
                found.supplements().stream()
                        .map(one ->
                                new CaseView.Supplement(one.requestedAt(), one.byName(), one.items(), one.arrivedAt()))
                        .toList(),
                documents(loaded, found, reopenings, inside),
                loaded.limitsMoved() ? limits.procedures(loaded.key()) : List.of(),
                extensions,
                inside && loaded.consulted() ? parts.opinions(loaded.key()) : List.of(),
                loaded.limitsMoved() ? limits.suspensions(loaded.key()) : List.of(),
                visits(loaded, inside),
                decisions.offered(loaded),
                reopened(reopenings, inside));
    }

    /** What was only asked for is an affair of the authority. */
    private static List<Reopening> reopened(List<Reopening> all, boolean inside) {
        return all.stream()
                .filter(one -> inside || one.state() == Reopening.State.CONFIRMED)
                .toList();
    }

    /** Documents that tell a decision; their serials count the times the case was decided. */
    private static boolean decides(CaseView.DocumentKind kind) {
        return kind == CaseView.DocumentKind.GRANT
                || kind == CaseView.DocumentKind.DENIAL
                || kind == CaseView.DocumentKind.ACCEPTANCE_REFUSAL;
    }

    /** What was found there is for staff alone. */
    private List<SiteVisit> visits(LoadedCase loaded, boolean inside) {
        var all = visits.of(loaded);
        return inside ? all : all.stream().map(SiteVisit::withoutFindings).toList();
    }

    private Map<String, ClockView> clocks(Procedure procedure, CasePartsStore.Parts found, List<Extension> extensions) {
        var today = clocks.today();
        var views = new HashMap<String, ClockView>();
        found.clocks().stream()
                .filter(clock -> known(procedure, clock.step()))
                .forEach(clock -> views.put(clock.step(), clock(procedure, clock, today, extensions)));
        return views;
    }

    /** An added step that was taken back is no step of the case any more. */
    private static boolean known(Procedure procedure, String step) {
        return step.equals(ClockView.JOINT) || step.equals(ClockView.INTAKE) || TreeOrder.holds(procedure.tree(), step);
    }

    private ClockView clock(
            Procedure procedure, CasePartsStore.ClockPart part, LocalDate today, List<Extension> extensions) {
        var law = switch (part.step()) {
            case ClockView.JOINT -> procedure.joint().law();
            case ClockView.INTAKE -> procedure.intake().law();
            default -> procedure.step(part.step()).law();
        };
        var title = switch (part.step()) {
            case ClockView.JOINT -> procedure.title();
            case ClockView.INTAKE -> procedure.intake().title();
            default -> procedure.step(part.step()).title();
        };
        var view = new ClockView(
                part.step(),
                title,
                new DepartmentId(part.department()),
                part.startedOn(),
                limit(part, LimitText.parse(part.statutory()), law, today),
                limit(part, LimitText.parse(part.committed()), null, today),
                part.state(),
                part.endedAt(),
                more(procedure, part, extensions));
        var dueOn = view.dueOn();
        var late = part.state() == ClockView.State.RUNNING && dueOn != null && dueOn.isBefore(today);
        return late ? view.overdue() : view;
    }

    /** How much longer a clock can still become: once, while it runs. */
    private static Procedure.@Nullable MoreTime more(
            Procedure procedure, CasePartsStore.ClockPart part, List<Extension> extensions) {
        var taken = part.endedAt() != null
                || extensions.stream()
                        .anyMatch(one -> one.step().equals(part.step()) && one.state() != Extension.State.REFUSED);
        if (taken) {
            return null;
        }
        return switch (part.step()) {
            case ClockView.JOINT -> procedure.joint().extension();
            case ClockView.INTAKE -> null;
            default -> procedure.step(part.step()).extension();
        };
    }

    private ClockView.@Nullable Limit limit(
            CasePartsStore.ClockPart part, @Nullable TimeLimit limit, @Nullable String law, LocalDate today) {
        if (limit == null) {
            return null;
        }
        var due = calendar.due(part.startedOn(), limit, part.stops());
        var endedAt = part.endedAt();
        var asOf = endedAt == null ? today : LocalDate.ofInstant(endedAt, clocks.zone());
        return new ClockView.Limit(due, calendar.explain(due, asOf), law);
    }

    private static List<ClockView> ordered(LoadedCase loaded, Map<String, ClockView> byStep, boolean inside) {
        var ordered = new ArrayList<ClockView>();
        add(ordered, byStep.get(ClockView.JOINT));
        add(ordered, byStep.get(ClockView.INTAKE));
        loaded.procedure()
                .tree()
                .steps()
                .filter(step ->
                        shown(step, inside) && latest(loaded, step.key()).isPresent())
                .forEach(step -> add(ordered, byStep.get(step.key())));
        return ordered;
    }

    private static void add(List<ClockView> clocks, @Nullable ClockView clock) {
        if (clock != null) {
            clocks.add(clock);
        }
    }

    private CaseView.Lane intake(
            LoadedCase loaded,
            CasePartsStore.Parts found,
            Map<String, ClockView> byStep,
            @Nullable CurrentUser reader) {
        var task = loaded.intake();
        var title = loaded.procedure().intake().title();
        return lane(loaded, task.step(), title, task, found, byStep, reader);
    }

    private List<CaseView.Lane> lanes(
            LoadedCase loaded,
            CasePartsStore.Parts found,
            Map<String, ClockView> byStep,
            @Nullable CurrentUser reader,
            boolean inside) {
        return lanes.taken(loaded.procedure().tree(), found.answers().answers()).stream()
                .filter(step -> shown(step, inside))
                .map(step -> latest(loaded, step.key())
                        .map(task -> lane(loaded, step.key(), step.title(), task, found, byStep, reader))
                        .orElseGet(() -> waiting(loaded, step)))
                .toList();
    }

    /** That the window looks through the papers once more is between it and the departments. */
    private static boolean shown(Block.Step step, boolean inside) {
        return inside || step.kind() != Block.StepKind.INTAKE;
    }

    private static java.util.Optional<TaskRow> latest(LoadedCase loaded, String step) {
        return loaded.tasks().stream()
                .filter(task -> task.step().equals(step) && !task.recalled())
                .max(Comparator.comparing(TaskRow::serial));
    }

    private CaseView.Lane lane(
            LoadedCase loaded,
            String step,
            String title,
            TaskRow task,
            CasePartsStore.Parts found,
            Map<String, ClockView> byStep,
            @Nullable CurrentUser reader) {
        return new CaseView.Lane(
                step,
                title,
                task.kind(),
                task.department(),
                name(task.department()),
                lead(loaded, step),
                new TaskId(loaded.file().number(), task.serial()),
                task.state(),
                task.holderName(),
                task.openedAt(),
                task.doneAt(),
                task.doneByName(),
                decision(found, task.serial()),
                reader == null ? null : decisions.recallUntil(loaded, task, reader),
                byStep.get(step),
                own(loaded, step));
    }

    private CaseView.Lane waiting(LoadedCase loaded, Block.Step step) {
        var department = lanes.require(step.department(), loaded.file().jurisdiction());
        return new CaseView.Lane(
                step.key(),
                step.title(),
                step.kind(),
                department,
                name(department),
                step.lead(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                step.own());
    }

    private static Block.Own own(LoadedCase loaded, String step) {
        return loaded.procedure()
                .tree()
                .steps()
                .filter(one -> one.key().equals(step))
                .findFirst()
                .map(Block.Step::own)
                .orElse(Block.Own.NOTHING);
    }

    private static boolean lead(LoadedCase loaded, String step) {
        return loaded.procedure()
                .tree()
                .steps()
                .anyMatch(one -> one.lead() && one.key().equals(step));
    }

    private String name(DepartmentId department) {
        return lanes.name(department);
    }

    private static @Nullable Decision decision(CasePartsStore.Parts found, int serial) {
        for (var part : found.decisions()) {
            if (part.serial() == serial) {
                return part.granted()
                        ? new Decision.Granted(part.opinion())
                        : new Decision.Denied(
                                part.opinion(), String.valueOf(part.reasons()), String.valueOf(part.remedies()));
            }
        }
        return null;
    }

    private static List<CaseView.Happening> happenings(CasePartsStore.Parts found, boolean inside) {
        return found.events().stream()
                .map(event -> new CaseView.Happening(
                        event.at(), event.kind(), event.actorName(), inside ? event.detail() : outside(event.detail())))
                .toList();
    }

    /** Why departments do what they do among themselves is for staff alone. */
    private static Map<String, String> outside(Map<String, String> detail) {
        if (!detail.containsKey(INNER)) {
            return detail;
        }
        var told = new HashMap<>(detail);
        told.remove(INNER);
        return Map.copyOf(told);
    }

    private static List<CaseView.Document> documents(
            LoadedCase loaded, CasePartsStore.Parts found, List<Reopening> reopenings, boolean inside) {
        var rounds = reopened(reopenings, false).size();
        return found.documents().stream()
                .filter(paper -> inside || !paper.kind().betweenDepartments())
                .map(paper -> new CaseView.Document(
                        paper.kind(),
                        paper.serial(),
                        DocumentNumbers.of(loaded.file().number(), paper.kind(), paper.serial()),
                        paper.datedOn(),
                        paper.file(),
                        decides(paper.kind()) && paper.serial() <= rounds))
                .toList();
    }
}
