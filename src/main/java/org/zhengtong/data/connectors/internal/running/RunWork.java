package org.zhengtong.data.connectors.internal.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.connectors.ConnectorsProblem;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.reading.Sources;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.connectors.internal.store.SourceStore;
import org.zhengtong.data.registers.LoadReport;

/**
 * A run as long work. What may pass is thrown on, so that the work comes again by itself; what somebody has to mend ends the work,
 * and the run waits.
 */
@Component
class RunWork implements LongWork {

    static final String KIND = "connectors.run";

    private final SourceStore sources;
    private final ContractStore contracts;
    private final RunStore runs;
    private final Sources reaching;
    private final RunLoading loading;
    private final ObjectProvider<RunNews> news;
    private final Clock clock;

    RunWork(
            SourceStore sources,
            ContractStore contracts,
            RunStore runs,
            Sources reaching,
            RunLoading loading,
            ObjectProvider<RunNews> news,
            Clock clock) {
        this.sources = sources;
        this.contracts = contracts;
        this.runs = runs;
        this.reaching = reaching;
        this.loading = loading;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var run = runs.find(Long.parseLong(input)).orElseThrow();
        if (run.state().ended()) {
            return JobNote.of("connectors.note.ended");
        }
        var contract = contracts.find(run.contract()).orElseThrow();
        try {
            return load(run, contract, progress);
        } catch (SourceException failure) {
            return failed(run, contract, failure);
        } catch (UncheckedIOException failure) {
            return failed(run, contract, SourceTrouble.of(failure));
        } catch (IOException failure) {
            return failed(run, contract, SourceTrouble.of(failure));
        }
    }

    private JobNote load(Run run, Contract contract, WorkProgress progress) throws IOException {
        var mapping = contracts.mapping(contract.id()).orElseThrow(() -> SourceException.of(SourceFault.NO_MAPPING));
        runs.begin(run.id(), mapping.version());
        var watch = new RunWatch(progress, contract.plan().window(), this::time);
        try (var source = reaching.open(sources.find(contract.source()).orElseThrow(), contract)) {
            var report = loading.load(new RunLoading.Order(run, contract, mapping), source, watch);
            if (report == null) {
                runs.move(run.id(), Run.State.DONE, clock.instant());
                return JobNote.of("connectors.note.nothing");
            }
            if (report.state() == LoadReport.State.DONE) {
                var counts = report.counts();
                return JobNote.of(
                        "connectors.note.done", counts.read(), counts.written(), counts.unchanged(), counts.setAside());
            }
            var state = progress.canceled() ? Run.State.STOPPED : Run.State.PAUSED;
            runs.move(run.id(), state, clock.instant());
            if (state == Run.State.PAUSED) {
                contracts.plan(contract.id(), clock.instant());
            }
            return JobNote.of("connectors.note." + state, report.counts().read());
        }
    }

    private LocalTime time() {
        return LocalTime.ofInstant(clock.instant(), clock.getZone());
    }

    private JobNote failed(Run run, Contract contract, SourceException failure) {
        loading.keepSoFar(run, contract);
        runs.note(run.id(), List.of(failure.note()));
        if (failure.fault().passing()) {
            runs.move(run.id(), Run.State.INTERRUPTED, clock.instant());
            throw new UncheckedIOException(failure);
        }
        runs.move(run.id(), Run.State.FAILED, clock.instant());
        news.ifAvailable(told -> told.failed(run, contract));
        throw new ProblemException(ConnectorsProblem.RUN_STOPPED, contract.name());
    }
}
