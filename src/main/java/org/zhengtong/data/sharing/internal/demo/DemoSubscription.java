package org.zhengtong.data.sharing.internal.demo;

import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.identity.DemoCast;
import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.Jobs;
import org.zhengtong.base.jobs.LongWork;
import org.zhengtong.base.jobs.WorkProgress;
import org.zhengtong.base.jobs.WorkRequest;
import org.zhengtong.base.pack.PackNode;
import org.zhengtong.base.pack.Packs;
import org.zhengtong.base.ui.NodeMode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeVouched;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.NodesChanged;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegistersFilled;
import org.zhengtong.data.sharing.Grants;

/**
 * In a demonstration of several nodes, a register's records go to a node above: asked for and granted as soon as that node is known
 * and the registers are filled, by the list {@code subscriptions} of the pack's {@code demo/sharing.yaml}. Once for each node.
 */
@Component
class DemoSubscription implements LongWork {

    private static final String KIND = "sharing.demo_subscription";

    private final Sides sides;
    private final NodeMode mode;
    private final Packs packs;
    private final Jobs jobs;
    private final RequestScript script;
    private final DemoCast cast;
    private final TransactionTemplate transaction;

    /** Which nodes are known, and what was granted for them. */
    @Component
    record Sides(Nodes nodes, Grants grants) {

        boolean between(PackNode entry) {
            return nodes.own().code().equals(new NodeCode(RequestScript.text(entry, "at")))
                    && nodes.trusted(new NodeCode(RequestScript.text(entry, "node")))
                            .isPresent();
        }

        boolean wanting(PackNode entry, DemoCast cast) {
            var register = new RegisterCode(RequestScript.text(entry, "register"));
            var received = new Grants.Query(Grants.Side.RECEIVED, "", register, null, "", 100);
            return grants.search(received, cast.staff(RequestScript.text(entry, "by"))).grants().stream()
                    .noneMatch(grant -> grant.terms().node().equals(RequestScript.text(entry, "node")));
        }
    }

    DemoSubscription(
            Sides sides,
            NodeMode mode,
            Packs packs,
            Jobs jobs,
            RequestScript script,
            DemoCast cast,
            PlatformTransactionManager transactions) {
        this.sides = sides;
        this.mode = mode;
        this.packs = packs;
        this.jobs = jobs;
        this.script = script;
        this.cast = cast;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(RegistersFilled filled) {
        begin();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NodesChanged changed) {
        begin();
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(NodeVouched vouched) {
        begin();
    }

    private void begin() {
        if (mode.demo() && !entries(sides::between).isEmpty()) {
            transaction.executeWithoutResult(
                    _ -> jobs.start(new WorkRequest(KIND, JobNote.of("sharing.demo_subscription.title"), "", null)));
        }
    }

    private List<PackNode> entries(Predicate<PackNode> wanted) {
        return packs.imported().stream()
                .flatMap(pack -> DemoFile.list(packs.open(pack.name()), "subscriptions").stream())
                .filter(wanted)
                .toList();
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One after the other: the second of two finds what the first has done. */
    @Override
    public synchronized JobNote run(String input, WorkProgress progress) {
        var wanted = entries(entry -> sides.between(entry) && sides.wanting(entry, cast));
        for (var entry : wanted) {
            transaction.executeWithoutResult(_ -> script.play(entry, cast));
        }
        return JobNote.of("sharing.demo_subscription.note", wanted.size());
    }
}
