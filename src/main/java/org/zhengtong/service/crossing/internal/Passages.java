package org.zhengtong.service.crossing.internal;

import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseMoved.Move;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.license.LicenseCopies;

/** Sends copies of cases, in the transaction that changed them. */
@Component
class Passages {

    /** From where a case was filed to where it is handled. */
    static final String FILED = "case.filed";

    /** Back from there. */
    static final String STEP = "case.step";

    private static final String CHANNEL = "case";
    private static final Duration VALIDITY = Duration.ofDays(366);

    private final CaseCopies cases;
    private final LicenseCopies licenses;
    private final PassedFiles files;
    private final PassageStore store;
    private final Dispatch dispatch;
    private final Nodes nodes;
    private final Clock clock;

    Passages(
            CaseCopies cases,
            LicenseCopies licenses,
            PassedFiles files,
            PassageStore store,
            Dispatch dispatch,
            Nodes nodes,
            Clock clock) {
        this.cases = cases;
        this.licenses = licenses;
        this.files = files;
        this.store = store;
        this.dispatch = dispatch;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Tells the other node; when it is not known yet or does not take it, that is noted and done later. */
    void send(PassageStore.Passage passage, Move move, String words) {
        var receiver = new NodeCode(passage.node());
        var kind = passage.handledHere() ? STEP : FILED;
        var ready = nodes.trusted(receiver)
                .filter(node -> node.takes(kind) && node.keepsSecrets())
                .isPresent();
        if (!ready) {
            store.waits(passage);
            return;
        }
        if (move != Move.FILED && !passage.handledHere() && store.isWaiting(passage.caseNumber())) {
            send(passage, Move.FILED, "");
        }
        var number = new CaseNumber(passage.caseNumber());
        var copy = cases.copy(number);
        var head = copy.objectNode().put("move", move.name()).put("words", words);
        head.set("case", copy);
        if (passage.handledHere()) {
            PassedFiles.put(head, licenses.copies(number));
        }
        var packed = files.pack(number, head, !passage.handledHere());
        var now = clock.instant();
        var id = dispatch.send(EnvelopeRequest.of(kind, receiver, Parcel.write(packed.head(), packed.contents()))
                .through(CHANNEL)
                .purposed(number.value())
                .confidential()
                .until(now.plus(VALIDITY)));
        store.sent(passage, id.value(), now);
    }

    /** Sends what waited; says how much went. */
    int sendWaiting() {
        var waiting = store.waiting(200);
        waiting.forEach(passage -> send(passage, passage.handledHere() ? Move.CHANGED : Move.FILED, ""));
        return waiting.size() - Math.min(waiting.size(), store.waiting(200).size());
    }
}
