package org.zhengtong.data.registers.internal.loading;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.data.registers.LoadReport;
import org.zhengtong.data.registers.LoadReport.Receipt;
import org.zhengtong.data.registers.internal.definition.RegisterShape;

/** Ends a load: adds up, signs the receipt, writes down who did it. */
@Component
class LoadFinish {

    private static final int WORTH_ANALYZING = 10_000;

    private final LoadStore loads;
    private final MergeStore merging;
    private final Signer signer;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    LoadFinish(
            LoadStore loads,
            MergeStore merging,
            Signer signer,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.loads = loads;
        this.merging = merging;
        this.signer = signer;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    LoadReport finish(long load, RegisterShape shape, Actor by) {
        var report = loads.find(load).orElseThrow();
        var digests = loads.digests(load);
        var in = overall(digests, 0);
        var stored = overall(digests, 1);
        var receipt = receipt(report, in, stored);
        transaction.executeWithoutResult(_ -> {
            loads.finish(load, in, stored, receipt, clock.instant());
            audit.record(AuditAction.of(
                            by, "registers.load", "register", report.register().value())
                    .with("load", load)
                    .with("written", report.counts().written())
                    .with("unchanged", report.counts().unchanged())
                    .with("set_aside", report.counts().setAside()));
        });
        if (report.counts().written() > WORTH_ANALYZING) {
            merging.analyze(shape);
        }
        return loads.find(load).orElseThrow();
    }

    private static String overall(List<String[]> digests, int which) {
        var digest = Chunk.sha256();
        digests.forEach(each -> digest.update((each[which] + "\n").getBytes(StandardCharsets.US_ASCII)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private Receipt receipt(LoadReport report, String in, String stored) {
        var counts = report.counts();
        var text = """
                register: %s
                load: %d
                source: %s
                reference: %s
                read: %d
                written: %d
                unchanged: %d
                set-aside: %d
                sha256-read: %s
                sha256-stored: %s
                ended: %s
                """.formatted(
                        report.register(),
                        report.id(),
                        report.from(),
                        report.reference(),
                        counts.read(),
                        counts.written(),
                        counts.unchanged(),
                        counts.setAside(),
                        in,
                        stored,
                        clock.instant());
        var signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
        return new Receipt(text, signature.algorithm(), signature.keyId(), signature.base64());
    }
}
