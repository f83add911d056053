package org.zhengtong.data.mediation.internal.call;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.Talk;
import org.zhengtong.data.mediation.Mediation.Answer;
import org.zhengtong.data.mediation.Mediation.Request;
import org.zhengtong.data.mediation.MediationProblem;
import org.zhengtong.data.mediation.internal.MediationSettings;
import org.zhengtong.data.sharing.ForeignGrants;

/** Carries a call to the provider's node and its answer back: both signed, both checked. */
@Component
class NodeCaller {

    /** What is agreed between nodes that pass calls on. */
    static final String KIND = "mediation.call";

    static final String PATH = "/mediation/calls";
    static final String TYPE = "application/vnd.zhengtong.frames";

    private static final Outside.Faults FAULTS = new Outside.Faults(
            MediationProblem.NODE_UNREACHABLE, MediationProblem.NODE_UNREACHABLE, MediationProblem.ANSWER_ALTERED);

    private final Nodes nodes;
    private final Talk talk;
    private final Outside outside;
    private final Settings settings;
    private final ForeignGrants granted;

    NodeCaller(Nodes nodes, Talk talk, Outside outside, Settings settings, ForeignGrants granted) {
        this.nodes = nodes;
        this.talk = talk;
        this.outside = outside;
        this.settings = settings;
        this.granted = granted;
    }

    /** The node, if calls can go there, and this one is granted as far as is known here. */
    ExchangeNode require(Request request) {
        var node = require(request.node());
        granted.require(
                node.code(),
                request.grant(),
                request.client().department(),
                request.service().subject());
        return node;
    }

    private ExchangeNode require(NodeCode code) {
        var node = nodes.find(code).orElseThrow(() -> new ProblemException(MediationProblem.NODE_UNKNOWN, code));
        if (node.standing() == NodeStanding.REVOKED) {
            throw new ProblemException(MediationProblem.NODE_REVOKED, code);
        }
        if (!node.takes(KIND)) {
            throw new ProblemException(MediationProblem.NOT_AGREED, code);
        }
        if (node.via() != null || node.address().isEmpty()) {
            throw new ProblemException(MediationProblem.NODE_UNREACHABLE, code);
        }
        return node;
    }

    Answer call(ExchangeNode node, UUID id, CallHead head, byte[] body) {
        var patience = settings.value(MediationSettings.PATIENCE);
        var request = HttpRequest.newBuilder(URI.create(node.address() + PATH))
                .timeout(patience)
                .header("Content-Type", TYPE)
                .POST(BodyPublishers.ofByteArray(talk.ask(id, node.code(), CallContent.write(head, body))))
                .build();
        var response = outside.send(request, patience, CallLimits.LONGEST_FRAME, FAULTS);
        if (response.statusCode() != 200) {
            throw new ProblemException(MediationProblem.NODE_UNREACHABLE, node.code());
        }
        return switch (talk.hearAnswer(response.body(), id, node.code())) {
            case Talk.Heard.Bad(var fault, var _, var _) ->
                throw new ProblemException(
                        fault == EnvelopeFault.FROM_FUTURE || fault == EnvelopeFault.EXPIRED
                                ? MediationProblem.CLOCK_SKEW
                                : MediationProblem.ANSWER_ALTERED);
            case Talk.Heard.Good good -> read(good);
        };
    }

    private static Answer read(Talk.Heard.Good heard) {
        var content = CallContent.read(heard.content(), AnswerHead.class)
                .orElseThrow(() -> new ProblemException(MediationProblem.ANSWER_ALTERED));
        var head = content.head();
        if (!head.fault().isEmpty()) {
            throw new ProblemException(
                    MediationProblem.named(head.fault()).orElse(MediationProblem.NODE_UNREACHABLE),
                    head.args().toArray());
        }
        return new Answer(heard.id(), head.status(), head.headers(), content.body());
    }
}
