package org.zhengtong.data.registers.internal.loading;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.RegistersProblem;
import org.zhengtong.data.registers.RowSource;
import org.zhengtong.data.registers.internal.definition.Shapes;

@Service
class BulkLoading implements RegisterLoading {

    static final int CHUNK_ROWS = 50_000;

    private final Shapes shapes;
    private final LoadStore loads;
    private final SetAsideStore setAside;
    private final ChunkMerging merging;
    private final LoadFinish finish;
    private final DataSource database;
    private final Clock clock;

    BulkLoading(
            Shapes shapes,
            LoadStore loads,
            SetAsideStore setAside,
            ChunkMerging merging,
            LoadFinish finish,
            DataSource database,
            Clock clock) {
        this.shapes = shapes;
        this.loads = loads;
        this.setAside = setAside;
        this.merging = merging;
        this.finish = finish;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public LoadReport load(LoadRequest request, RowSource source, LoadWatch watch) {
        return load(request, source, watch, Math.clamp(source.mostInChunk(), 1, CHUNK_ROWS));
    }

    LoadReport load(LoadRequest request, RowSource source, LoadWatch watch, int chunkRows) {
        var mapping = LoadMapping.of(shapes.requireNow(request.register()), source, request.columns());
        var load = loads.open(request, mapping.written(), clock.instant());
        var report = loads.find(load).orElseThrow();
        if (report.state() == LoadReport.State.DONE) {
            return report;
        }
        if (!loads.columns(load).equals(mapping.written())) {
            throw new ProblemException(RegistersProblem.SOURCE_CHANGED);
        }
        var run = new ChunkMerging.Run(load, mapping, report.validFrom());
        try (var chunks = new StagedChunks(database, mapping, source, load, loads.place(load), chunkRows)) {
            for (var staged = chunks.next(); staged != null; staged = chunks.next()) {
                if (watch.canceled()) {
                    loads.cancel(load, clock.instant());
                    return loads.find(load).orElseThrow();
                }
                watch.done(merging.merge(run, staged));
            }
        }
        return finish.finish(load, mapping.shape(), request.by());
    }

    @Override
    public List<ChunkLine> chunks(long load) {
        return loads.chunks(load);
    }

    @Override
    public List<SetAsideRow> trial(LoadRequest request, RowSource source, int most) {
        var mapping = LoadMapping.of(shapes.requireNow(request.register()), source, request.columns());
        return Trial.of(database, mapping, source, most);
    }

    @Override
    public Optional<LoadReport> find(long load) {
        return loads.find(load);
    }

    @Override
    public Optional<LoadReport> find(RegisterCode register, String reference) {
        return loads.find(register, reference);
    }

    @Override
    public List<LoadReport> loads(RegisterCode register, @Nullable Long before, int most) {
        return loads.list(register, before, most);
    }

    @Override
    public List<SetAsideRow> setAside(long load, long afterRow, int most) {
        return setAside.list(load, afterRow, most);
    }
}
