package org.zhengtong.data.mediation.internal.call;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.Talk;
import org.zhengtong.data.mediation.MediationProblem;

/** Where other nodes bring calls: checked, passed on, answered with a signature, refusals as well. */
@Component
public class IncomingCalls {

    private static final byte[] NOTHING = new byte[0];
    private static final int LONGEST_ARG = 200;

    private final Talk talk;
    private final ProviderSide provider;

    IncomingCalls(Talk talk, ProviderSide provider) {
        this.talk = talk;
        this.provider = provider;
    }

    /** The signed answer; empty when what came cannot even be read. */
    public Optional<byte[]> answer(InputStream question) {
        return switch (talk.hear(question, CallLimits.LONGEST_FRAME)) {
            case Talk.Heard.Bad(var fault, var id, var sender) ->
                id == null ? Optional.empty() : Optional.of(refusal(id, sender, problem(fault)));
            case Talk.Heard.Good good -> Optional.of(answer(good));
        };
    }

    private static ProblemException problem(EnvelopeFault fault) {
        return new ProblemException(
                switch (fault) {
                    case UNKNOWN_SENDER -> MediationProblem.NODE_UNKNOWN;
                    case REVOKED_SENDER -> MediationProblem.NODE_REVOKED;
                    case FROM_FUTURE, EXPIRED -> MediationProblem.CLOCK_SKEW;
                    case UNKNOWN_KEY, WRONG_SUITE, HEADER_ALTERED, PAYLOAD_ALTERED, SIZE_WRONG, OTHER_RECEIVER ->
                        MediationProblem.FORGED;
                    case UNREADABLE,
                            CUT,
                            LOOP,
                            OVERSIZE,
                            KIND_NOT_ALLOWED,
                            NUMBER_TAKEN,
                            NO_ROOM,
                            NOT_APPLICABLE,
                            ASKED_BEFORE -> MediationProblem.UNREADABLE;
                });
    }

    private byte[] refusal(UUID id, String receiver, ProblemException problem) {
        var args = problem.details().stream()
                .map(String::valueOf)
                .map(each -> each.substring(0, Math.min(LONGEST_ARG, each.length())))
                .toList();
        var head = new AnswerHead(0, new TreeMap<>(), problem.problem().code(), args);
        return talk.answer(id, receiver, CallContent.write(head, NOTHING));
    }

    private byte[] answer(Talk.Heard.Good heard) {
        var sender = heard.sender();
        var receiver = sender.code().value();
        try {
            if (!sender.takes(NodeCaller.KIND)) {
                throw new ProblemException(MediationProblem.NOT_AGREED);
            }
            var content = CallContent.read(heard.content(), CallHead.class)
                    .orElseThrow(() -> new ProblemException(MediationProblem.UNREADABLE));
            var answer = provider.answer(new ProviderSide.Incoming(
                    heard.id(), receiver, content.head(), content.body(), () -> true, "node " + receiver));
            var head = new AnswerHead(answer.status(), answer.headers(), "", List.of());
            return talk.answer(heard.id(), receiver, CallContent.write(head, answer.body()));
        } catch (ProblemException refused) {
            return refusal(heard.id(), receiver, refused);
        }
    }
}
