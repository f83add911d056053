package org.zhengtong.data.mediation.internal.call;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.mediation.Calls.Called;
import org.zhengtong.data.mediation.Calls.Side;
import org.zhengtong.data.mediation.Mediation.Answer;

/** What is noted of a call while it runs. */
final class CallNote {

    private final UUID id;
    private final Side side;
    private final String node;
    private final CallHead head;
    private final long requestOctets;
    private final Instant at;
    private final long begun = System.nanoTime();
    private String provider = "";
    private String operation;
    private String grant;
    private String purpose;

    CallNote(UUID id, Side side, String node, CallHead head, long requestOctets, Clock clock) {
        this.id = id;
        this.side = side;
        this.node = node;
        this.head = head;
        this.requestOctets = requestOctets;
        this.at = clock.instant();
        this.operation = head.method();
        this.grant = head.grant();
        this.purpose = head.purpose();
    }

    void provider(String department) {
        provider = department;
    }

    void operation(String found) {
        operation = found;
    }

    void grant(String number, String what) {
        grant = number;
        purpose = what;
    }

    String operation() {
        return operation;
    }

    Called answered(Answer answer) {
        return called(answer.status(), "", answer.body().length);
    }

    Called failed(ProblemException problem) {
        return called(0, problem.problem().code(), 0);
    }

    private Called called(int status, String fault, long answerOctets) {
        var took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
        return new Called(
                id,
                side,
                node,
                head.service(),
                provider,
                head.department(),
                head.clientName(),
                grant,
                purpose,
                operation,
                at,
                took,
                status,
                fault,
                requestOctets,
                answerOctets);
    }
}
