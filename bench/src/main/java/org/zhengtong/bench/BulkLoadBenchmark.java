package org.zhengtong.bench;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadRequest;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterLoading;
import org.zhengtong.data.registers.Registers;
import org.zhengtong.data.registers.internal.source.JdbcRows;

/**
 * A table of another department into a register, with all checks, history, ledger and signed receipt, beside the raw COPY of the
 * same rows into a table with primary key and one index, and beside batched inserts; in turn, on the same server. Then the same
 * table with one row in a hundred changed, and the whole again while the loading program is killed.
 */
final class BulkLoadBenchmark implements Benchmark {

    static final List<String> COLUMNS =
            List.of("number", "name", "sex", "born", "division", "mobile", "height", "income", "insured", "note");
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final int BATCH = 1_000;

    @Override
    public String name() {
        return "bulk-load";
    }

    @Override
    public Report run(Options options) throws Exception {
        var rows = options.number("rows", 1_000_000);
        var rounds = options.number("rounds", 3);
        var kills = options.number("kills", 20);
        var report = new Report(name(), "≥0.5", "rows", "rows/s, median of rounds");
        try (var platform = Platform.start("bulk-load")) {
            var database = platform.database();
            BulkLoadSource.make(database, rows);
            var copied = new ArrayList<Double>();
            var inserted = new ArrayList<Double>();
            var loaded = new ArrayList<Double>();
            var again = new ArrayList<Double>();
            for (var round = 0; round < rounds; round++) {
                copied.add(copy(database, rows));
                if (round == 0) {
                    inserted.add(insert(database, rows));
                }
                loaded.add(load(platform, "round-" + round, rows));
                again.add(loadChanged(platform, "round-" + round, rows));
            }
            report.row("raw COPY into a table with primary key and one index", Report.median(copied))
                    .row("batched insert into the same table (" + BATCH + " a batch)", Report.median(inserted))
                    .row("register, first load", Report.median(loaded))
                    .row("register, second load, one row in a hundred changed", Report.median(again))
                    .note("Loads read " + rows
                            + " rows of 10 columns from another table of the same server, check every column (among"
                            + " them the check character of the citizen number), compare with what is stored, keep"
                            + " history, write the ledger and sign the receipt; digests of what was read and of what"
                            + " is stored agreed in every load.")
                    .ratio(Report.median(loaded) / Report.median(copied));
        }
        if (kills > 0) {
            report.note(BulkLoadKills.run(kills, Math.min(rows, options.number("killed-rows", 200_000))));
        }
        return report;
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void makeTable(Connection connection, String name) throws Exception {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table if exists " + name);
            statement.execute("create table " + name + BulkLoadSource.SHAPE);
            statement.execute("create index on " + name + " (division)");
        }
    }

    /** From memory, so that nothing but the COPY is measured. */
    private static double copy(DataSource database, int rows) throws Exception {
        try (var connection = database.getConnection()) {
            makeTable(connection, "bench.copied");
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            var bytes = new ByteArrayOutputStream(rows * 128);
            copies.copyOut("copy bench.people to stdout", bytes);
            var begun = System.nanoTime();
            copies.copyIn("copy bench.copied from stdin", new ByteArrayInputStream(bytes.toByteArray()), 1 << 18);
            return rows / seconds(begun);
        }
    }

    private static double insert(DataSource database, int rows) throws Exception {
        try (var from = database.getConnection();
                var to = database.getConnection()) {
            makeTable(to, "bench.inserted");
            from.setAutoCommit(false);
            to.setAutoCommit(false);
            var begun = System.nanoTime();
            try (var read = from.createStatement();
                    var write =
                            to.prepareStatement("insert into bench.inserted values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                read.setFetchSize(5_000);
                var found = read.executeQuery("select * from bench.people order by number");
                for (var row = 1; found.next(); row++) {
                    for (var column = 1; column <= COLUMNS.size(); column++) {
                        write.setObject(column, found.getObject(column));
                    }
                    write.addBatch();
                    if (row % BATCH == 0) {
                        write.executeBatch();
                        to.commit();
                    }
                }
                write.executeBatch();
                to.commit();
            }
            var rate = rows / seconds(begun);
            from.rollback();
            from.setAutoCommit(true);
            to.setAutoCommit(true);
            return rate;
        }
    }

    private static double load(Platform platform, String round, int rows) {
        platform.bean(Registers.class).define(BulkLoadSource.definition("bench-" + round), Actor.system("bench"));
        var begun = System.nanoTime();
        var report = loadInto(platform, "bench-" + round, "first", FIRST);
        var rate = rows / seconds(begun);
        require(report, rows, rows);
        return rate;
    }

    private static LoadReport loadInto(Platform platform, String code, String reference, LocalDate from) {
        return platform.bean(RegisterLoading.class)
                .load(
                        new LoadRequest(
                                new RegisterCode(code),
                                reference,
                                "bench.people",
                                Map.of(),
                                from,
                                Actor.system("bench")),
                        new JdbcRows(platform.database(), "bench.people", COLUMNS, "number"));
    }

    private static double loadChanged(Platform platform, String round, int rows) {
        var changed = JdbcClient.create(platform.database())
                .sql("update bench.people set income = income + 1 where right(mobile, 2) = '42'")
                .update();
        var begun = System.nanoTime();
        var report = loadInto(platform, "bench-" + round, "second", FIRST.plusDays(1));
        var rate = rows / seconds(begun);
        require(report, rows, changed);
        return rate;
    }

    private static void require(LoadReport report, long read, long written) {
        var counts = report.counts();
        if (counts.read() != read || counts.written() != written || !counts.addUp() || !report.digestsAgree()) {
            throw new IllegalStateException("Not what was to be loaded: " + report);
        }
    }
}
