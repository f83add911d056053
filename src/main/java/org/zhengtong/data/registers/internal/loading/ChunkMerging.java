package org.zhengtong.data.registers.internal.loading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.data.registers.LoadReport.Counts;
import org.zhengtong.data.registers.RecordsChanged;
import org.zhengtong.data.registers.RegisterLoading.RowFault;
import org.zhengtong.data.registers.internal.definition.DefinitionStore;

/** One transaction a chunk: rows, history, set-aside rows, the line of the ledger and the news. */
@Component
class ChunkMerging {

    private final DefinitionStore registers;
    private final MergeStore merging;
    private final SetAsideStore setAside;
    private final LoadStore loads;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ChunkMerging(
            DefinitionStore registers,
            MergeStore merging,
            SetAsideStore setAside,
            LoadStore loads,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.registers = registers;
        this.merging = merging;
        this.setAside = setAside;
        this.loads = loads;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** One load. */
    record Run(long load, LoadMapping mapping, LocalDate validFrom) {
        String by() {
            return "load " + load;
        }
    }

    Counts merge(Run run, StagedChunks.Staged staged) {
        try {
            return Objects.requireNonNull(transaction.execute(_ -> merge(run, staged, true)));
        } catch (DuplicateKeyException knownKey) {
            return Objects.requireNonNull(transaction.execute(_ -> merge(run, staged, false)));
        }
    }

    /** The quick way only while everything in the register came with this load: its keys are new unless the source repeats one. */
    private Counts merge(Run run, StagedChunks.Staged staged, boolean quickly) {
        var code = run.mapping().shape().definition().code();
        var base = registers.lockPosition(code);
        var place = loads.place(run.load());
        if (place.chunks() >= staged.chunk().number()) {
            throw new IllegalStateException(
                    "Another run has loaded chunk " + staged.chunk().number());
        }
        var now = clock.instant();
        var facts = new MergeStore.Facts(staged.bad().keySet(), run.validFrom(), now, base, run.by());
        var sql = new MergeSql(run.mapping(), staged.table());
        var alone = quickly
                && run.mapping().complete()
                && registers.size(code).records()
                        == loads.find(run.load()).orElseThrow().counts().written();
        var merged = alone
                ? merging.fresh(sql, facts)
                : merging.merge(sql, facts, run.mapping().complete());
        var bad = withBroken(run, staged, merged);
        if (!bad.isEmpty()) {
            setAside.add(run.load(), staged.chunk(), run.mapping(), bad);
        }
        var counts =
                new Counts(staged.chunk().size(), merged.added() + merged.changed(), merged.unchanged(), bad.size());
        registers.advance(code, staged.chunk().size(), merged.added());
        loads.add(
                run.load(),
                new LoadStore.Line(
                        staged.chunk().number(),
                        staged.chunk().firstRow(),
                        counts,
                        staged.chunk().digestWithout(bad.keySet()),
                        merged.digest(),
                        staged.chunk().cursor()),
                now);
        if (counts.written() > 0) {
            events.publishEvent(
                    new RecordsChanged(code, base + 1, base + staged.chunk().size()));
        }
        return counts;
    }

    private static SortedMap<Integer, List<RowFault>> withBroken(
            Run run, StagedChunks.Staged staged, MergeStore.Merged merged) {
        if (merged.broken().isEmpty()) {
            return staged.bad();
        }
        var all = new TreeMap<>(staged.bad());
        var key = run.mapping().shape().definition().keyItem();
        merged.broken().forEach((row, rule) -> all.put(row, List.of(StagingStore.fault(run.mapping(), key, rule))));
        return all;
    }
}
