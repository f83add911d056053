package org.zhengtong.data.connectors.internal.running;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.Runs;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;

@Service
class StoredRuns implements Runs {

    private final ContractStore contracts;
    private final RunStore runs;
    private final Jobs jobs;
    private final AuditLog audit;
    private final Clock clock;

    StoredRuns(ContractStore contracts, RunStore runs, Jobs jobs, AuditLog audit, Clock clock) {
        this.contracts = contracts;
        this.runs = runs;
        this.jobs = jobs;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Started start(long id, Actor by) {
        var contract = contracts.lock(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.CONTRACT_NOT_FOUND));
        if (contracts.mapping(id).isEmpty()) {
            return new Started.Refused(SourceFault.NO_MAPPING);
        }
        var open = runs.open(id).orElse(null);
        if (open != null && working(open)) {
            return new Started.Running(open.id());
        }
        var opens = opensAt(contract.plan().window());
        if (opens != null) {
            contracts.plan(id, opens);
            return new Started.Later(opens);
        }
        return new Started.Begun(open == null ? begin(contract, null, by) : goOn(open, contract, by));
    }

    private boolean working(Run run) {
        var work = run.work();
        return work != null
                && jobs.find(work).filter(found -> !found.state().ended()).isPresent();
    }

    /** When the time for loading begins; null when it is now. */
    private @Nullable Instant opensAt(Contract.@Nullable Window window) {
        var now = clock.instant().atZone(clock.getZone());
        if (window == null || window.covers(LocalTime.from(now))) {
            return null;
        }
        var today = now.toLocalDate().atTime(window.from()).atZone(clock.getZone());
        return (today.isAfter(now) ? today : today.plusDays(1)).toInstant();
    }

    private long begin(Contract contract, Run.@Nullable Again again, Actor by) {
        var run = runs.insert(contract.id(), again, LocalDate.now(clock), clock.instant(), by.name());
        return work(run, contract, "connectors.run", by);
    }

    private long goOn(Run run, Contract contract, Actor by) {
        return work(run.id(), contract, "connectors.continue_run", by);
    }

    private long work(long run, Contract contract, String event, Actor by) {
        runs.work(
                run,
                jobs.start(new WorkRequest(
                        RunWork.KIND,
                        JobNote.of("connectors.work", contract.name()),
                        String.valueOf(run),
                        by.kind() == Actor.Kind.SYSTEM ? null : by.name())));
        audit.record(AuditAction.of(by, event, "run", String.valueOf(run)).with("contract", contract.name()));
        return run;
    }

    @Override
    @Transactional
    public Started again(long id, int chunk, Actor by) {
        var run = runs.find(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.RUN_NOT_FOUND));
        var contract = contracts.lock(run.contract()).orElseThrow();
        var open = runs.open(contract.id());
        if (open.isPresent()) {
            return new Started.Running(open.get().id());
        }
        return new Started.Begun(begin(contract, new Run.Again(id, chunk), by));
    }

    @Override
    @Transactional
    public void stop(long id, Actor by) {
        var run = runs.find(id).orElseThrow(() -> new ProblemException(ConnectorsProblem.RUN_NOT_FOUND));
        var work = run.work();
        if (work != null) {
            jobs.cancel(work, by);
        }
        if (!working(run)) {
            runs.move(id, Run.State.STOPPED, clock.instant());
        }
        audit.record(AuditAction.of(by, "connectors.stop_run", "run", String.valueOf(id)));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Run> find(long run) {
        return runs.find(run);
    }
}
