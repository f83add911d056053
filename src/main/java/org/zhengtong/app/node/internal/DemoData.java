package org.zhengtong.app.node.internal;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditProofs;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.identity.DemoPart;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.pack.PackReader;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.registers.RegistersFilled;

/**
 * Lets the rooms of a new demonstration act, so that their pages have something to show: as work that begins when the registers are
 * filled, long after the first page. The log entry that is written with each part says that it was played.
 */
@Component
class DemoData implements LongWork {

    static final String KIND = "node.demo_data";
    private static final String PART = "demo_part";

    private final ObjectProvider<DemoPart> parts;
    private final Packs packs;
    private final Jobs jobs;
    private final Rules rules;
    private final TransactionTemplate transaction;
    private final DemoCast cast;
    private final Log log;

    /** Whether there is anything to show. */
    @Component
    record Rules(NodeMode mode, NodeSettings settings) {
        boolean wanted() {
            return mode.demo() && settings.demoHistory();
        }
    }

    /** What was played, by the log. */
    @Component
    record Log(AuditLog writing, AuditProofs reading) {
        boolean played(String part) {
            return !reading.entriesAbout(PART, part).isEmpty();
        }

        void played(DemoPart part) {
            writing.record(AuditAction.of(Actor.system("node"), "node.play_demo", PART, part.name()));
        }
    }

    DemoData(
            ObjectProvider<DemoPart> parts,
            Packs packs,
            Jobs jobs,
            Rules rules,
            PlatformTransactionManager transactions,
            DemoCast cast,
            Log log) {
        this.parts = parts;
        this.packs = packs;
        this.jobs = jobs;
        this.rules = rules;
        this.transaction = new TransactionTemplate(transactions);
        this.cast = cast;
        this.log = log;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void begin(RegistersFilled filled) {
        if (rules.wanted()
                && packs.open(filled.pack()).find("demo/cities.csv").isPresent()
                && inOrder().stream().anyMatch(part -> !log.played(part.name()))) {
            transaction.executeWithoutResult(
                    _ -> jobs.start(new WorkRequest(KIND, JobNote.of("node.demo_data.title"), filled.pack(), null)));
        }
    }

    private List<DemoPart> inOrder() {
        return parts.stream().sorted(Comparator.comparingInt(DemoPart::order)).toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public JobNote run(String input, WorkProgress progress) {
        var pack = packs.open(input);
        var all = inOrder();
        progress.expect(all.size());
        for (var part : all) {
            if (progress.canceled()) {
                break;
            }
            play(part, pack);
            progress.advance(1, 0);
        }
        return JobNote.of("node.demo_data.note", all.size());
    }

    DemoCast cast() {
        return cast;
    }

    private void play(DemoPart part, PackReader pack) {
        transaction.executeWithoutResult(_ -> {
            if (!log.played(part.name())) {
                part.play(pack, cast);
                log.played(part);
            }
        });
        part.goOn(pack, cast);
    }
}
