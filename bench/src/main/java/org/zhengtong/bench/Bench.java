package org.zhengtong.bench;

import java.util.List;

/** Runs one benchmark by its name; {@code bench/run} lists them. */
public final class Bench {

    private static final List<Benchmark> ALL = List.of(
            new StartBenchmark(),
            new GuidePageBenchmark(),
            new AuditBenchmark(),
            new CaseLifeCycleBenchmark(),
            new InboxBenchmark(),
            new BurstBenchmark(),
            new EnvelopesBenchmark(),
            new CatalogSearchBenchmark(),
            new BulkLoadBenchmark(),
            new RegisterQueryBenchmark(),
            new MediatedCallBenchmark(),
            new SupervisionMonthBenchmark());

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var options = Options.of(args);
        var benchmark = ALL.stream()
                .filter(candidate -> candidate.name().equals(options.benchmark()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No benchmark " + options.benchmark() + "; there are "
                        + ALL.stream().map(Benchmark::name).toList()));
        var report = benchmark.run(options);
        report.print();
        report.write();
        System.exit(0);
    }
}
