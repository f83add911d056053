package org.zhengtong.bench;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.zhengtong.service.supervision.CardLevel;
import org.zhengtong.service.supervision.Recount;
import org.zhengtong.service.supervision.RuleKind;
import org.zhengtong.service.supervision.Rules;
import org.zhengtong.service.supervision.Scores;
import org.zhengtong.service.supervision.SupervisionRule;

/**
 * One month of a year's events judged anew by rules of all kinds and added up to scores, beside the least that anybody must do who has
 * no index by time: PostgreSQL reads the events and the clocks once from end to end and counts those that concern the month.
 */
final class SupervisionMonthBenchmark implements Benchmark {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final YearMonth MONTH = YearMonth.of(2026, 6);
    private static final double LIMIT_SECONDS = 60;

    @Override
    public String name() {
        return "supervision-month";
    }

    @Override
    public Report run(Options options) throws Exception {
        var events = options.number("events", 2_000_000);
        var rounds = options.number("rounds", 5);
        try (var platform = Platform.start("supervision-month")) {
            var begun = System.nanoTime();
            new MadeUpYear(platform.database(), new CaseworkCycle(platform).accepted(), FIRST)
                    .fill(events / MadeUpYear.EVENTS_A_CASE);
            var filling = seconds(begun);
            var recount = platform.bean(Recount.class);
            var rules = rules(platform.bean(Rules.class));
            var ours = new ArrayList<Double>();
            var scans = new ArrayList<Double>();
            var result = recompute(recount, rules);
            var inMonth = scan(platform.database());
            for (var round = 0; round < rounds; round++) {
                begun = System.nanoTime();
                scan(platform.database());
                scans.add(seconds(begun));
                begun = System.nanoTime();
                result = recompute(recount, rules);
                ours.add(seconds(begun));
            }
            var ratio = Report.median(ours) / Report.median(scans);
            return new Report(name(), "≤3", "what", "median, s", "slowest, s")
                    .row("a month judged and added up", Report.median(ours), Report.percentile(ours, 100))
                    .row(
                            "one sequential scan of events and clocks",
                            Report.median(scans),
                            Report.percentile(scans, 100))
                    .note(
                            "%,d events of a year, %,d of them in the month; %,d cards of %d departments under %d rules, nothing issued. Filled by COPY in %.0f s."
                                    .formatted(
                                            events,
                                            inMonth,
                                            result.cards(),
                                            result.scores().size(),
                                            rules.size(),
                                            filling))
                    .note("The ratio is our time ÷ the scan's; a month of 10,000,000 events is to take less than "
                            + (int) LIMIT_SECONDS + " s.")
                    .ratio(ratio);
        }
    }

    /** What came of the month. */
    private record Result(int cards, TreeMap<String, BigDecimal> scores) {}

    private static Result recompute(Recount recount, List<SupervisionRule> rules) {
        var charges = recount.byRules(
                rules, MONTH.atDay(1), MONTH.atEndOfMonth(), MONTH.plusMonths(1).atDay(5));
        var scores = new TreeMap<String, BigDecimal>();
        for (var charge : charges) {
            scores.merge(
                    charge.department().value(),
                    Scores.BASE.subtract(charge.rule().points()),
                    (score, _) -> score.subtract(charge.rule().points()));
        }
        return new Result(charges.size(), scores);
    }

    private static List<SupervisionRule> rules(Rules current) {
        var more = Stream.of(
                        rule(6, RuleKind.STEP_EXCEEDED, 1),
                        rule(7, RuleKind.INTAKE_EXCEEDED, 1),
                        rule(8, RuleKind.DENIAL_REASON_TOO_SHORT, 10),
                        rule(9, RuleKind.BAD_RATING, 4),
                        rule(10, RuleKind.ORDER_ISSUED, 1))
                .toList();
        return Stream.concat(current.current().stream(), more.stream()).toList();
    }

    private static SupervisionRule rule(int number, RuleKind kind, int threshold) {
        var points = new BigDecimal("0.5");
        return new SupervisionRule(
                "bench", kind.name(), number, kind, threshold, CardLevel.YELLOW, points, kind.name(), "", "");
    }

    /** How many events the month has, by reading all of them, and all clocks. */
    private static long scan(DataSource database) throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local enable_bitmapscan = off");
            statement.execute("set local enable_indexscan = off");
            statement.execute("set local enable_indexonlyscan = off");
            try {
                count(
                        statement,
                        "clock where state in ('OVERDUE', 'RUNNING') and due_on <= '%s' and ended_on >= '%s'"
                                .formatted(MONTH.atEndOfMonth(), MONTH.atDay(1)));
                return count(
                        statement,
                        "event where at >= '%sT00:00+08' and at < '%sT00:00+08' and kind <> ''"
                                .formatted(MONTH.atDay(1), MONTH.plusMonths(1).atDay(1)));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static long count(Statement statement, String what) throws SQLException {
        try (var found = statement.executeQuery("select count(*) from casework." + what)) {
            found.next();
            return found.getLong(1);
        }
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
