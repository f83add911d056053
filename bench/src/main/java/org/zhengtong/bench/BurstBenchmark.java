package org.zhengtong.bench;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A rush at the counters: one whole life of a case a second, then thirty-five a second, then one again. Lives begin when they
 * are due, whether or not earlier ones have ended, so that waiting shows.
 */
final class BurstBenchmark implements Benchmark {

    private static final double RECOVERY_SECONDS = 10;
    private static final int QUIET_A_SECOND = 1;
    private static final int WORKERS = 48;
    private static final long SECOND = 1_000_000_000L;

    @Override
    public String name() {
        return "burst";
    }

    @Override
    public Report run(Options options) throws Exception {
        var stored = options.number("stored", 100_000);
        var rush = options.number("rate", 35);
        var seconds = options.number("seconds", 120);
        var around = options.number("around", 30);
        var report = new Report(name(), "<1", "phase", "due", "done", "failed", "median, ms", "p95, ms");
        try (var platform = Platform.start("burst")) {
            var ours = new CaseworkCycle(platform);
            CaseLifeCycleBenchmark.measure(ours, 4, 8);
            new StoredCases(platform.database(), ours.template()).fillTo(stored);
            ours.prepare((2 * around * QUIET_A_SECOND + rush * seconds) * 11 / 10);
            var before = new Phase("before", QUIET_A_SECOND, 0, around);
            var during = new Phase("rush", rush, around, around + seconds);
            var after = new Phase("after", QUIET_A_SECOND, around + seconds, 2 * around + seconds);
            live(ours, List.of(before, during, after));
            for (var phase : List.of(before, during, after)) {
                phase.report(report);
            }
            var usual = 2 * Report.percentile(before.times(), 95);
            var recovery = Math.max(0, Math.max(during.lastEndOver(usual), after.lastEndOver(usual)) - during.to());
            var failed = before.failed().get()
                    + during.failed().get()
                    + after.failed().get();
            return report.note(
                            "A life: file, accept, three decisions, issue, read back; its time counts from when it was due. "
                                    + stored + " stored cases; " + around + " s, " + seconds + " s and " + around
                                    + " s.")
                    .note("Failed lives: " + failed
                            + " (goal 0). The last life that took more than twice the p95 of before ended "
                            + String.format(Locale.ROOT, "%.1f", recovery)
                            + " s after the rush (goal < 10 s; 0: before its end, or there was none). The ratio is that time ÷ 10 s; with a failed"
                            + " life it is above the bar.")
                    .ratio(failed > 0 ? Math.max(2, recovery) : recovery / RECOVERY_SECONDS);
        }
    }

    /** A life that ended: seconds from the begin of all to its end, and how long it took from when it was due, in ms. */
    private record Life(double endedAt, double time) {}

    /** So many lives a second become due from one second to another. */
    private record Phase(
            String name, int aSecond, int from, int to, ConcurrentLinkedQueue<Life> lives, AtomicInteger failed) {

        Phase(String name, int aSecond, int from, int to) {
            this(name, aSecond, from, to, new ConcurrentLinkedQueue<>(), new AtomicInteger());
        }

        int due() {
            return aSecond * (to - from);
        }

        List<Double> times() {
            return lives.stream().map(Life::time).toList();
        }

        /** When the last life ended that took longer than {@code usual} ms. */
        double lastEndOver(double usual) {
            return lives.stream()
                    .filter(life -> life.time() > usual)
                    .mapToDouble(Life::endedAt)
                    .max()
                    .orElse(0);
        }

        void report(Report report) {
            report.row(
                    name + ", " + aSecond + "/s",
                    due(),
                    lives.size(),
                    failed.get(),
                    Report.median(times()),
                    Report.percentile(times(), 95));
        }
    }

    private static void live(CaseworkCycle ours, List<Phase> phases) {
        var begun = System.nanoTime();
        try (var workers = Executors.newScheduledThreadPool(WORKERS)) {
            for (var phase : phases) {
                for (var life = 0; life < phase.due(); life++) {
                    var due = begun + phase.from() * SECOND + life * SECOND / phase.aSecond();
                    workers.schedule(() -> live(ours, phase, begun, due), due - System.nanoTime(), NANOSECONDS);
                }
            }
        }
    }

    private static void live(CaseworkCycle ours, Phase phase, long begun, long due) {
        try {
            ours.cycle(0);
            var now = System.nanoTime();
            phase.lives().add(new Life((now - begun) / 1e9, (now - due) / 1e6));
        } catch (RuntimeException wrong) {
            wrong.printStackTrace();
            phase.failed().incrementAndGet();
        }
    }
}
