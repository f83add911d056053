package org.zhengtong.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.LogVerdict;
import org.zhengtong.base.audit.LogVerifier;

/** The same life cycle of a case with the audit log and without, in turn; then a long log is checked away from the platform. */
final class AuditBenchmark implements Benchmark {

    private static final int PIECE = 5_000;

    @Override
    public String name() {
        return "audit";
    }

    /** Puts a log that can be switched off before the real one. */
    static final class Switch implements BeanPostProcessor {

        private static final AtomicBoolean ON = new AtomicBoolean(true);

        @Override
        public Object postProcessAfterInitialization(Object bean, String beanName) {
            return bean instanceof AuditLog log ? new Switched(log) : bean;
        }

        private record Switched(AuditLog log) implements AuditLog {

            private static final EntryId NONE = EntryId.of("00000000-0000-7000-8000-000000000000");

            @Override
            public EntryId record(AuditAction action) {
                return ON.get() ? log.record(action) : NONE;
            }

            @Override
            public List<EntryId> recordAll(List<AuditAction> actions) {
                return ON.get() ? log.recordAll(actions) : Collections.nCopies(actions.size(), NONE);
            }
        }
    }

    @Override
    public Report run(Options options) throws Exception {
        var seconds = options.number("seconds", 8);
        var rounds = options.number("rounds", 5);
        var threads = options.number("threads", 8);
        var entries = options.number("entries", 1_000_000);
        try (var platform = Platform.start("audit", new Switch())) {
            var cycle = new CaseworkCycle(platform);
            CaseLifeCycleBenchmark.measure(cycle, threads, seconds);
            var with = new ArrayList<Double>();
            var without = new ArrayList<Double>();
            for (var round = 0; round < rounds; round++) {
                Switch.ON.set(false);
                without.add(CaseLifeCycleBenchmark.measure(cycle, threads, seconds));
                Switch.ON.set(true);
                with.add(CaseLifeCycleBenchmark.measure(cycle, threads, seconds));
            }
            var ratio = Report.median(with) / Report.median(without);
            return new Report(name(), "≥0.9", "life cycles of a case", "cycles/s, median of rounds")
                    .row("without the audit log", Report.median(without))
                    .row("with it", Report.median(with))
                    .note(threads + " threads; six entries a life cycle, in the transactions of its six acts.")
                    .note(checked(platform, entries))
                    .ratio(ratio);
        }
    }

    private static String checked(Platform platform, int wanted) throws Exception {
        var log = platform.bean(AuditLog.class);
        var proofs = platform.bean(AuditProofs.class);
        var clerk = new Actor(Actor.Kind.STAFF, "7", "孙静");
        for (var written = 0; written < wanted; written += PIECE) {
            var actions = new ArrayList<AuditAction>();
            for (var number = written; number < written + PIECE; number++) {
                actions.add(AuditAction.of(clerk, "casework.accept", "case", "SD370100" + number)
                        .because("申请材料齐全，符合法定形式")
                        .with("on", "2026-03-02"));
            }
            log.recordAll(actions);
        }
        var file = java.nio.file.Files.createTempFile("audit-", ".gz");
        try (var out = java.nio.file.Files.newOutputStream(file)) {
            proofs.export(out);
        }
        var begun = System.nanoTime();
        try (var in = java.nio.file.Files.newInputStream(file)) {
            var verdict = LogVerifier.check(in, null, null);
            var took = (System.nanoTime() - begun) / 1e9;
            return verdict instanceof LogVerdict.Sound sound
                    ? "verify-log passed %,d entries and %,d heads in %.1f s (goal: 1,000,000 in under a minute)."
                            .formatted(sound.entries(), sound.heads(), took)
                    : "verify-log failed: " + verdict;
        } finally {
            java.nio.file.Files.delete(file);
        }
    }
}
