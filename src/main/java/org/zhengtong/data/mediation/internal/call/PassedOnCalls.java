package org.zhengtong.data.mediation.internal.call;

import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.mediation.Calls.Side;
import org.zhengtong.data.mediation.Mediation;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.sharing.SharingProblem;

/** The consumer's end. A call is in the log before it leaves the node; how it ended is noted behind it. */
@Service
class PassedOnCalls implements Mediation {

    private final Nodes nodes;
    private final NodeCaller caller;
    private final ProviderSide provider;
    private final CallBook book;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    PassedOnCalls(
            Nodes nodes,
            NodeCaller caller,
            ProviderSide provider,
            CallBook book,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.nodes = nodes;
        this.caller = caller;
        this.provider = provider;
        this.book = book;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Answer call(Request request) {
        var id = UUID.randomUUID();
        var head = head(request);
        var own = request.node().equals(nodes.own().code());
        var note = new CallNote(
                id,
                Side.CONSUMER,
                own ? "" : request.node().value(),
                head,
                request.message().body().length,
                clock);
        try {
            var answer = own ? here(id, head, request) : there(id, head, request);
            book.note(note.answered(answer));
            return answer;
        } catch (ProblemException refused) {
            book.note(note.failed(refused));
            throw refused;
        }
    }

    private static CallHead head(Request request) {
        var message = request.message();
        var client = request.client();
        if (!request.known().getAsBoolean()) {
            throw new ProblemException(SharingProblem.NO_SYSTEM);
        }
        try {
            return new CallHead(
                    request.service().value(),
                    message.method(),
                    message.path(),
                    message.query(),
                    message.headers(),
                    request.grant(),
                    client.department().value(),
                    client.clientId(),
                    client.name(),
                    request.purpose());
        } catch (IllegalArgumentException wrong) {
            throw new ProblemException(MediationProblem.UNREADABLE);
        }
    }

    private Answer here(UUID id, CallHead head, Request request) {
        return provider.answer(
                new ProviderSide.Incoming(id, "", head, request.message().body(), request.known(), request.origin()));
    }

    private Answer there(UUID id, CallHead head, Request request) {
        var node = caller.require(request);
        transaction.executeWithoutResult(_ -> record(id, head, request, node.code()));
        return caller.call(node, id, head, request.message().body());
    }

    private void record(UUID id, CallHead head, Request request, NodeCode node) {
        try (var _ = AuditOrigin.bind(request.origin())) {
            audit.record(
                    AuditAction.of(request.client().actor(), "mediation.call", "service", node + "/" + head.service())
                            .because(head.purpose().isEmpty() ? null : head.purpose())
                            .with("call", id)
                            .with("department", head.department())
                            .with("grant", head.grant())
                            .with("method", head.method()));
        }
    }
}
