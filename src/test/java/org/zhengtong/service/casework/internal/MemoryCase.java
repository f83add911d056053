package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.codes.ItemCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.Accounts;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.Department;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.organization.DepartmentKind;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.base.workdays.TimeLimit;
import org.zhengtong.service.casework.Applicant;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.Channel;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Extension;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Procedure;
import org.zhengtong.service.casework.SpecialProcedure;
import tools.jackson.databind.node.ObjectNode;

/** One case in memory under the engine's own classes; only what reads and writes the database is replaced. */
final class MemoryCase implements MoveCase {

    static final CaseNumber NUMBER = CaseNumber.of(new DivisionCode("370104"), LocalDate.of(2026, 3, 2), 1);
    static final DepartmentId OFFICE = new DepartmentId("370100.market-regulation");
    static final List<DepartmentId> OTHERS = List.of(
            new DepartmentId("370100.taxation"),
            new DepartmentId("370100.human-resources"),
            new DepartmentId("370100.big-data"));
    static final CurrentUser DOER = user(1);
    static final CurrentUser COLLEAGUE = user(2);

    final SetClock clock = new SetClock();
    final PlainCalendar calendar = new PlainCalendar();
    final Map<String, ClockRow> clocks = new TreeMap<>();
    final List<SpecialProcedure> procedures = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Opinion> opinions = new ArrayList<>();
    LoadedCase loaded;

    private final Cases cases;
    private final CaseSteps steps;
    private final CaseConsultations consultations;
    private final CaseLimits limits;
    private final Returns returns;

    static CurrentUser user(long id) {
        return new CurrentUser(new AccountId(id), "经办人" + id, AccountKind.STAFF, OFFICE, null, Set.of());
    }

    MemoryCase(Block tree, Set<String> holding, LocalDate on) {
        clock.today = on;
        var procedure = procedure(tree);
        loaded = new LoadedCase(
                1,
                1,
                procedure,
                procedure,
                file(CaseState.FILED, null),
                null,
                false,
                List.of(),
                List.of(TaskRow.open(1, intakeStep(), OFFICE, on, clock.instant())));
        var files = new Files();
        var caseClock = new CaseClock(calendar, clock);
        var rights = new AllRights();
        var limitStore = new Limits();
        var parts = new Parts();
        var actions = new CaseActions(files, new Store(), ignoring(AuditLog.class), caseClock, clock, event -> {});
        var moved = new MovedLimits(limitStore, caseClock);
        var questions = new Questions(parts);
        var departments = new Askable();
        Texts texts = new SaidTexts();
        var settlement = new Settlement(caseClock, new OneOffice(), new Holding(holding), files, moved, questions);
        var tasks = new AskedTasks(departments, calendar, caseClock, texts);
        var signatures = new Signatures(actions, questions, departments, tasks, accounts(), texts);
        var pauses = new SpecialProcedures(actions, limitStore, moved, caseClock, rights);
        var intake = new Intake(actions, settlement, caseClock, rights, null);
        var decisions = new Decisions(actions, settlement, caseClock, moved, pauses, signatures, rights);
        returns = new Returns(actions, settlement, pauses, rights, texts);
        var additions = new Additions(actions, settlement, moved, departments, calendar, caseClock, rights);
        var asking = new Consultations(actions, questions, departments, tasks, signatures, rights);
        var countersigns = new Countersigns(actions, questions, signatures, departments, tasks, accounts(), rights);
        var more = new Extensions(actions, limitStore, moved, caseClock, rights, ignoring(Permissions.class));
        var endings = new Endings(actions, moved, questions, rights, java.util.List.of(), null, null);
        cases = new CaseDesk(null, intake, null, decisions, null, endings);
        steps = new StepDesk(actions, returns, additions, new OneOffice(), null, rights);
        consultations = new ConsultDesk(asking, countersigns);
        limits = new LimitDesk(pauses, more, limitStore, null);
        clocks.put(ClockView.INTAKE, caseClock.intake(procedure, OFFICE, on, List.of()));
    }

    /** The case of a history, accepted on its day. */
    static MemoryCase accepted(MoveHistory history) {
        var found = new MemoryCase(history.tree, history.holding, history.on);
        assertThat(found.cases.accept(NUMBER, null, DOER)).isInstanceOf(CaseOutcome.Done.class);
        return found;
    }

    @Override
    public CaseNumber number() {
        return NUMBER;
    }

    @Override
    public Cases cases() {
        return cases;
    }

    @Override
    public CaseSteps steps() {
        return steps;
    }

    @Override
    public CaseConsultations consultations() {
        return consultations;
    }

    @Override
    public CaseLimits limits() {
        return limits;
    }

    @Override
    public Returns returns() {
        return returns;
    }

    @Override
    public LoadedCase loaded() {
        return loaded;
    }

    @Override
    public Map<String, ClockRow> clocks() {
        return clocks;
    }

    @Override
    public List<Opinion> opinions() {
        return opinions;
    }

    @Override
    public int extensions() {
        return extensions.size();
    }

    @Override
    public CurrentUser doer(TaskRow task) {
        return DOER;
    }

    @Override
    public CurrentUser signer(Opinion signature) {
        return signature.signing().signer() == null ? user(3) : COLLEAGUE;
    }

    @Override
    public CurrentUser head() {
        return COLLEAGUE;
    }

    @Override
    public CurrentUser applicant() {
        return DOER;
    }

    @Override
    public AccountId colleague() {
        return COLLEAGUE.id();
    }

    @Override
    public List<DepartmentId> others() {
        return OTHERS;
    }

    @Override
    public void today(LocalDate day) {
        clock.today = day;
    }

    private static Block.Step intakeStep() {
        return new Block.Step(
                ClockView.INTAKE, "收件", Block.StepKind.INTAKE, OFFICE.value(), false, null, null, null, null, null);
    }

    private static Procedure procedure(Block tree) {
        return new Procedure(
                "random",
                1,
                "随机流程",
                new ItemCode("11370100509819318T3000131001001"),
                "form",
                null,
                List.of(),
                new Procedure.Subject(Applicant.Kind.PERSON, "/name", null, null, null, null),
                new Procedure.Intake("收件", OFFICE.value(), TimeLimit.workingDays(5), "法"),
                new Procedure.Limits(
                        TimeLimit.workingDays(MoveModel.JOINT),
                        null,
                        "法",
                        new Procedure.MoreTime(TimeLimit.workingDays(MoveModel.MORE), "法")),
                tree,
                null);
    }

    private CaseFile file(CaseState state, @Nullable LocalDate acceptedOn) {
        return new CaseFile(
                NUMBER,
                "random",
                1,
                new ItemCode("11370100509819318T3000131001001"),
                "随机事项",
                new DivisionCode("370104"),
                new DivisionCode("370100"),
                OFFICE,
                Channel.ONLINE,
                state,
                new Applicant(Applicant.Kind.PERSON, "王海燕", null, "王海燕", "13800000426", new AccountId(9)),
                Instant.EPOCH,
                LocalDate.of(2026, 1, 1),
                acceptedOn,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    @SuppressWarnings("unchecked")
    private static <T> T ignoring(Class<T> type) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, _, _) -> null);
    }

    private static Accounts accounts() {
        return (Accounts) Proxy.newProxyInstance(
                Accounts.class.getClassLoader(),
                new Class<?>[] {Accounts.class},
                (_, _, arguments) -> Optional.of(user(((AccountId) arguments[0]).value())));
    }

    /** What the one statement does. No row is written twice by it: the database would keep only one of both. */
    private void apply(CaseChange change) {
        var tasks = new TreeMap<Integer, TaskRow>();
        loaded.tasks().forEach(task -> tasks.put(task.serial(), task));
        var touched = new HashSet<Integer>();
        change.changed.forEach(task -> {
            assertThat(touched.add(task.serial())).as("task " + task.serial()).isTrue();
            tasks.put(task.serial(), task);
        });
        change.opened.forEach(task -> assertThat(tasks.put(task.serial(), task)).isNull());
        applyClocks(change);
        var added = new ArrayList<>(loaded.added());
        if (change.steps != null) {
            change.steps.ended.forEach(one -> added.replaceAll(old -> old.serial() == one.serial() ? one : old));
            change.steps.added.forEach(one -> added.add(one.step()));
        }
        if (change.questions != null) {
            opinions.addAll(change.questions.asked);
            change.questions.ended.forEach(one -> opinions.replaceAll(old -> ended(old, one)));
        }
        var moved = loaded.limitsMoved() || change.limits != null;
        loaded = new LoadedCase(
                        1,
                        1,
                        loaded.version(),
                        loaded.version(),
                        file(change.state, change.acceptedOn),
                        null,
                        moved,
                        added,
                        List.copyOf(tasks.values()))
                .amended(List.copyOf(added));
    }

    private void applyClocks(CaseChange change) {
        var touched = new HashSet<String>();
        change.endedClocks.forEach(one -> {
            assertThat(touched.add(one.step())).as("clock " + one.step()).isTrue();
            clocks.computeIfPresent(
                    one.step(),
                    (_, row) -> row.endedAt() == null ? row.ended(change.at, change.on, one.canceled()) : row);
        });
        change.clocks.forEach(row -> {
            assertThat(touched.add(row.step())).as("clock " + row.step()).isTrue();
            clocks.put(row.step(), row);
        });
        if (change.limits == null) {
            return;
        }
        change.limits.moved.forEach(row -> {
            assertThat(touched.add(row.step())).as("clock " + row.step()).isTrue();
            clocks.put(row.step(), row);
        });
        change.limits.started.forEach(one -> procedures.add(new SpecialProcedure(
                one.serial(),
                one.task().serial(),
                one.task().step(),
                one.task().title(),
                one.kind(),
                one.reason(),
                change.on,
                one.expectedOn(),
                "",
                null,
                null,
                null,
                null)));
        change.limits.ended.forEach(
                one -> procedures.replaceAll(old -> old.serial() == one.serial() ? old.endedOn(change.on) : old));
        change.limits.asked.forEach(one -> extensions.add(one.request()));
        change.limits.answered.forEach(
                one -> extensions.replaceAll(old -> old.serial() == one.serial() ? answered(old, one) : old));
    }

    private Extension answered(Extension one, LimitChange.Answered answer) {
        return new Extension(
                one.serial(),
                one.step(),
                one.stepTitle(),
                one.department(),
                one.by(),
                one.law(),
                one.reason(),
                answer.state(),
                one.askedBy(),
                one.askedName(),
                one.askedAt(),
                "经办人2",
                clock.instant(),
                answer.answer());
    }

    private Opinion ended(Opinion one, ConsultChange.Ended end) {
        return one.serial() != end.serial()
                ? one
                : new Opinion(
                        one.serial(),
                        one.task(),
                        one.forTask(),
                        one.stepTitle(),
                        one.asking(),
                        one.department(),
                        one.question(),
                        one.dueOn(),
                        end.state(),
                        one.askedAt(),
                        one.askedBy(),
                        one.askedName(),
                        end.stance(),
                        end.words(),
                        clock.instant(),
                        "",
                        one.signing());
    }

    /** Ten o'clock, on the day that is set. */
    static final class SetClock extends Clock {
        LocalDate today = LocalDate.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return today.atTime(10, 0).atZone(getZone()).toInstant();
        }
    }

    private final class Files extends CaseFileStore {
        Files() {
            super(null, null, null);
        }

        @Override
        Optional<LoadedCase> find(long key) {
            return Optional.of(loaded);
        }
    }

    private final class Store extends CaseStore {
        Store() {
            super(null, null, null, null, null, null);
        }

        @Override
        boolean apply(CaseChange change) {
            MemoryCase.this.apply(change);
            return true;
        }
    }

    private final class Limits extends LimitStore {
        Limits() {
            super(null, null);
        }

        @Override
        List<ClockRow> clocks(long key) {
            return List.copyOf(clocks.values());
        }

        @Override
        List<SpecialProcedure> procedures(long key) {
            return List.copyOf(procedures);
        }

        @Override
        List<Extension> extensions(long key) {
            return List.copyOf(extensions);
        }
    }

    private final class Parts extends CasePartsStore {
        Parts() {
            super(null, null);
        }

        @Override
        List<Opinion> opinions(long key) {
            return List.copyOf(opinions);
        }
    }

    private static final class OneOffice extends Lanes {
        OneOffice() {
            super(null, List.of());
        }

        @Override
        DepartmentId require(String department, DivisionCode division) {
            return OFFICE;
        }
    }

    private static final class Holding extends Conditions {
        private final Set<String> holding;

        Holding(Set<String> holding) {
            super(null);
            this.holding = holding;
        }

        @Override
        Predicate<Block.Condition> over(Supplier<ObjectNode> answers) {
            return condition -> holding.contains(condition.source());
        }
    }

    private static final class AllRights extends Rights {
        AllRights() {
            super(null);
        }

        @Override
        void requireTask(CurrentUser user, TaskRow task) {}

        @Override
        boolean leads(CurrentUser user, LoadedCase loaded) {
            return true;
        }

        @Override
        void requireApplicantOrWindow(CurrentUser user, LoadedCase loaded) {}
    }

    private static final class Askable extends AskableDepartments {
        Askable() {
            super(null);
        }

        @Override
        List<Department> of(LoadedCase loaded, TaskRow task) {
            return OTHERS.stream()
                    .map(id -> new Department(
                            id, id.value(), id.value(), DepartmentKind.values()[0], null, null, null, null, null, null))
                    .toList();
        }

        @Override
        String name(DepartmentId id) {
            return id.value();
        }
    }

    private static final class SaidTexts implements Texts {
        @Override
        public String say(java.util.Locale locale, String key, Object... args) {
            return key;
        }

        @Override
        public boolean knows(String key) {
            return true;
        }
    }
}
