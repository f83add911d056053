package org.zhengtong.service.casework.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.identity.AccountId;
import org.zhengtong.base.identity.AccountKind;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.ui.Texts;
import org.zhengtong.service.casework.Block;
import org.zhengtong.service.casework.CaseConsultations;
import org.zhengtong.service.casework.CaseLimits;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseReopenings;
import org.zhengtong.service.casework.CaseState;
import org.zhengtong.service.casework.CaseSteps;
import org.zhengtong.service.casework.CaseSuspensions;
import org.zhengtong.service.casework.Cases;
import org.zhengtong.service.casework.ClockView;
import org.zhengtong.service.casework.Opinion;
import org.zhengtong.service.casework.Reopening;
import tools.jackson.databind.json.JsonMapper;

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

    final MemoryHouse.SetClock clock = new MemoryHouse.SetClock();
    final PlainCalendar calendar = new PlainCalendar();
    private final Cases cases;
    private final CaseSteps steps;
    private final CaseConsultations consultations;
    private final CaseLimits limits;
    private final CaseSuspensions suspensions;
    private final Reopenings reopenings;
    private final Returns returns;
    private final MemoryStored stored;

    static CurrentUser user(long id) {
        return new CurrentUser(new AccountId(id), "经办人" + id, AccountKind.STAFF, OFFICE, null, Set.of());
    }

    MemoryCase(Block tree, Set<String> holding, LocalDate on) {
        clock.today = on;
        var procedure = MemoryHouse.procedure(tree);
        stored = new MemoryStored(
                clock,
                new LoadedCase(
                        1,
                        1,
                        procedure,
                        procedure,
                        MemoryStored.file(CaseState.FILED, null),
                        null,
                        null,
                        false,
                        List.of(),
                        List.of(TaskRow.open(1, MemoryHouse.intakeStep(), OFFICE, on, clock.instant()))));
        var files = stored.new Files();
        var caseClock = new CaseClock(calendar, clock);
        var rights = new MemoryHouse.AllRights();
        var limitStore = stored.new Limits();
        var parts = stored.new Parts();
        var actions = new CaseActions(
                files,
                stored.new Store(),
                new MemoryStored.NoOffers(),
                MemoryHouse.ignoring(AuditLog.class),
                caseClock,
                clock,
                event -> {});
        var moved = new MovedLimits(limitStore, caseClock);
        var questions = new Questions(parts);
        var departments = new MemoryHouse.Askable();
        Texts texts = new MemoryHouse.SaidTexts();
        var offerings =
                new Offerings(files, new MemoryStored.NoOffers(), new MemoryHouse.Holding(holding), caseClock, texts);
        var settlement = new Settlement(
                caseClock,
                new MemoryHouse.OneOffice(),
                new MemoryHouse.Holding(holding),
                files,
                moved,
                questions,
                offerings);
        var tasks = new AskedTasks(departments, calendar, caseClock, texts);
        var signatures = new Signatures(actions, questions, departments, tasks, MemoryHouse.accounts(), texts);
        var pauses = new SpecialProcedures(actions, limitStore, moved, caseClock, rights);
        var intake = new Intake(actions, settlement, caseClock, rights, null, offerings);
        var decisions = new Decisions(actions, settlement, caseClock, moved, pauses, signatures, rights);
        returns = new Returns(actions, settlement, pauses, rights, texts);
        var additions = new Additions(actions, settlement, moved, departments, calendar, caseClock, rights);
        var asking = new Consultations(actions, questions, departments, tasks, signatures, rights);
        var countersigns =
                new Countersigns(actions, questions, signatures, departments, tasks, MemoryHouse.accounts(), rights);
        var more =
                new Extensions(actions, limitStore, moved, caseClock, rights, MemoryHouse.ignoring(Permissions.class));
        var endings = new Endings(actions, moved, questions, rights, List.of(), null, null);
        cases = new CaseDesk(null, intake, null, decisions, null, endings);
        steps = new StepDesk(actions, returns, additions, new MemoryHouse.OneOffice(), null, rights);
        consultations = new ConsultDesk(asking, countersigns);
        limits = new LimitDesk(pauses, more, limitStore, null);
        var held = new HeldTasks(limitStore, moved, questions, stored.new Visits(), calendar);
        var grounds = new SuspensionGrounds(JsonMapper.shared());
        suspensions = new SuspensionDesk(
                new Suspensions(actions, limitStore, grounds, held, caseClock, rights, texts), grounds, rights);
        reopenings = new Reopenings(
                actions,
                limitStore,
                new AnewSteps(settlement, caseClock, offerings),
                caseClock,
                rights,
                MemoryHouse.ignoring(Permissions.class));
        stored.clocks.put(ClockView.INTAKE, caseClock.intake(procedure, OFFICE, on, List.of()));
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
    public CaseSuspensions suspensions() {
        return suspensions;
    }

    @Override
    public CurrentUser lead() {
        return DOER;
    }

    @Override
    public CaseOutcome register(CaseReopenings.Register register) {
        return reopenings()
                .register(
                        number(),
                        register,
                        new Reopening.Paper("00000000-0000-0000-0000-000000000000", "决定书.pdf"),
                        lead());
    }

    @Override
    public Reopenings reopenings() {
        return reopenings;
    }

    @Override
    public Returns returns() {
        return returns;
    }

    @Override
    public LoadedCase loaded() {
        return stored.loaded;
    }

    @Override
    public Map<String, ClockRow> clocks() {
        return stored.clocks;
    }

    @Override
    public List<Opinion> opinions() {
        return stored.opinions;
    }

    @Override
    public int extensions() {
        return stored.extensions.size();
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
}
