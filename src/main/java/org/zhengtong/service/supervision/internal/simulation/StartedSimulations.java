package org.zhengtong.service.supervision.internal.simulation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.base.problem.CommonProblem;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.supervision.RuleSets;
import org.zhengtong.service.supervision.Rules;
import org.zhengtong.service.supervision.Simulation;
import org.zhengtong.service.supervision.Simulations;
import org.zhengtong.service.supervision.SupervisionProblem;

@Service
class StartedSimulations implements Simulations {

    private static final int SHOWN = 50;

    private final SimulationStore store;
    private final RuleSets sets;
    private final Rules rules;
    private final Jobs jobs;
    private final Permissions permissions;
    private final AuditLog audit;
    private final Clock clock;

    StartedSimulations(
            SimulationStore store,
            RuleSets sets,
            Rules rules,
            Jobs jobs,
            Permissions permissions,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.sets = sets;
        this.rules = rules;
        this.jobs = jobs;
        this.permissions = permissions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Simulation start(String version, LocalDate from, LocalDate to, CurrentUser author) {
        permissions.require(author, RuleSets.EDIT_RULES);
        if (to.isBefore(from) || from.plusMonths(MOST_MONTHS).isBefore(to) || to.isAfter(LocalDate.now(clock))) {
            throw new ProblemException(CommonProblem.BAD_REQUEST);
        }
        var tried = sets.require(version);
        var current = rules.current();
        var against = current.isEmpty() ? "" : current.getFirst().version();
        var wanted = new Simulation(0, tried.version(), against, from, to, author.name(), clock.instant(), null);
        var id = store.insert(wanted, author.id().value());
        var work = jobs.start(new WorkRequest(
                SimulationWork.KIND,
                JobNote.of("supervision.simulate.title", version, from, to),
                String.valueOf(id),
                author.name()));
        store.setWork(id, work);
        audit.record(AuditAction.of(author.actor(), "supervision.try_rules", "rule_set", version)
                .with("from", from)
                .with("to", to)
                .with("against", against));
        return store.find(id).orElseThrow();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Simulation> list(String version, CurrentUser reader) {
        mayRead(reader);
        return store.list(version, SHOWN);
    }

    private void mayRead(CurrentUser reader) {
        if (!permissions.may(reader, RuleSets.APPROVE_RULES)) {
            permissions.require(reader, RuleSets.EDIT_RULES);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Simulation require(long id, CurrentUser reader) {
        return known(id, reader);
    }

    private Simulation known(long id, CurrentUser reader) {
        mayRead(reader);
        return store.find(id).orElseThrow(() -> new ProblemException(SupervisionProblem.SIMULATION_NOT_FOUND));
    }

    @Override
    @Transactional
    public boolean cancel(long id, CurrentUser author) {
        permissions.require(author, RuleSets.EDIT_RULES);
        var work = known(id, author).work();
        return work != null && jobs.cancel(work, author.actor());
    }

    @Override
    @Transactional(readOnly = true)
    public Simulation.Result result(long id, CurrentUser reader) {
        known(id, reader);
        return new Simulation.Result(
                store.byDepartment(id),
                store.byRule(id),
                store.count(id, Simulation.Change.ADDED),
                store.count(id, Simulation.Change.GONE),
                store.count(id, Simulation.Change.CHANGED),
                store.count(id, Simulation.Change.SAME));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Simulation.Found> found(long id, Simulation.Filter filter, int size, CurrentUser reader) {
        known(id, reader);
        return store.found(id, filter, size);
    }
}
