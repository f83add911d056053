package org.zhengtong.data.connectors.internal.running;

import java.io.IOException;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.connectors.Contract;
import org.zhengtong.data.connectors.Mapping;
import org.zhengtong.data.connectors.Run;
import org.zhengtong.data.connectors.SourceException;
import org.zhengtong.data.connectors.SourceFault;
import org.zhengtong.data.connectors.internal.reading.Drift;
import org.zhengtong.data.connectors.internal.reading.MappedRows;
import org.zhengtong.data.connectors.internal.reading.OneChunk;
import org.zhengtong.data.connectors.internal.reading.OpenSource;
import org.zhengtong.data.connectors.internal.reading.Pace;
import org.zhengtong.data.connectors.internal.store.ContractStore;
import org.zhengtong.data.connectors.internal.store.RunStore;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegisterLoading.LoadWatch;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.RowSource;

/** Loads a slice of a source into its register. The register's ledger of chunks says where it goes on after a crash. */
@Component
class RunLoading {

    private static final int CHUNK = 50_000;
    private static final int SLOW_SECONDS = 30;

    private final ContractStore contracts;
    private final RunStore runs;
    private final Registers registers;
    private final RegisterLoading loading;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RunLoading(
            ContractStore contracts,
            RunStore runs,
            Registers registers,
            RegisterLoading loading,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.contracts = contracts;
        this.runs = runs;
        this.registers = registers;
        this.loading = loading;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A run by a contract's present mapping. */
    record Order(Run run, Contract contract, Mapping mapping) {}

    /** Null when the source has nothing new. */
    @Nullable
    LoadReport load(Order order, OpenSource source, LoadWatch watch) throws IOException {
        refuseDrift(order, source);
        var slice = slice(order, source);
        if (slice.isEmpty()) {
            return null;
        }
        var contract = order.contract();
        var rows = new MappedRows(
                new Pace(part(order.run(), source.rows(slice)), contract.plan().rowsPerSecond()),
                registers.require(contract.register()),
                order.mapping(),
                chunk(contract));
        var request = new LoadRequest(
                contract.register(),
                order.run().reference(),
                contract.name(),
                rows.itemColumns(),
                order.run().validFrom(),
                Actor.system("connectors"));
        var report = loading.load(request, rows, watch);
        runs.loaded(order.run().id(), report.id(), report.counts());
        if (report.state() == LoadReport.State.DONE) {
            finish(order, source.after(slice, contract.watermark()), report.counts());
            source.settle(slice, order.run().id());
        }
        return report;
    }

    /** Keeps what an interrupted run has come to. */
    void keepSoFar(Run run, Contract contract) {
        loading.find(contract.register(), run.reference())
                .ifPresent(load -> runs.loaded(run.id(), load.id(), load.counts()));
    }

    private void refuseDrift(Order order, OpenSource source) throws IOException {
        var drift = Drift.between(
                order.contract().columns(), source.columns(), order.mapping().columns());
        runs.note(order.run().id(), drift.notes());
        if (drift.harmful()) {
            throw SourceException.of(SourceFault.SCHEMA_CHANGED);
        }
    }

    /** What is read is fixed once: a run that goes on reads what it began with. */
    private String slice(Order order, OpenSource source) throws IOException {
        var known = order.run().slice();
        if (known != null) {
            return known;
        }
        var slice = source.slice(order.contract().watermark());
        if (!slice.isEmpty()) {
            runs.slice(order.run().id(), slice);
        }
        return slice;
    }

    private RowSource part(Run run, RowSource rows) {
        var again = run.again();
        if (again == null) {
            return rows;
        }
        var load = Objects.requireNonNull(runs.find(again.run()).orElseThrow().load());
        var chunks = loading.chunks(load);
        var chunk = chunks.get(again.chunk() - 1);
        return new OneChunk(
                rows,
                again.chunk() == 1 ? null : chunks.get(again.chunk() - 2).cursor(),
                chunk.cursor(),
                2 * chunk.counts().read());
    }

    private static int chunk(Contract contract) {
        var rows = contract.plan().rowsPerSecond();
        return rows == 0 ? CHUNK : Math.clamp((long) rows * SLOW_SECONDS, 1, CHUNK);
    }

    private void finish(Order order, String watermark, Counts counts) {
        transaction.executeWithoutResult(_ -> {
            var now = clock.instant();
            runs.move(order.run().id(), Run.State.DONE, now);
            if (order.run().again() == null) {
                contracts.advance(order.contract().id(), watermark, now, counts.read() > 0);
            }
        });
    }
}
