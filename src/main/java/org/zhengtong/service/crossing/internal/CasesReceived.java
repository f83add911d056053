package org.zhengtong.service.crossing.internal;

import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseCopies.Taken;
import org.zhengtong.service.casework.CaseMoved.Move;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.crossing.CrossingSettings;
import tools.jackson.databind.node.ObjectNode;

/** At the node that handles cases: what was filed at the other one, and what its applicants send after it. */
@Component
class CasesReceived implements EnvelopeReceiver {

    private final CrossingSettings settings;
    private final CaseCopies cases;
    private final PassedFiles files;
    private final PassageStore store;
    private final Passages passages;
    private final Clock clock;

    CasesReceived(
            CrossingSettings settings,
            CaseCopies cases,
            PassedFiles files,
            PassageStore store,
            Passages passages,
            Clock clock) {
        this.settings = settings;
        this.cases = cases;
        this.files = files;
        this.store = store;
        this.passages = passages;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Passages.FILED;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        if (!settings.outer().contains(envelope.sender().value())) {
            return ReceiptNote.refused("crossing.refused.sender");
        }
        try (var parcel = Parcel.open(envelope.payload().open())) {
            var number = parcel.head().path("case") instanceof ObjectNode copy ? CaseCopies.numberOf(copy) : null;
            if (number == null) {
                return ReceiptNote.refused("crossing.refused.UNREADABLE");
            }
            var unpacked = files.unpack(number, parcel);
            if (unpacked.refused() != null) {
                return ReceiptNote.refused("crossing.refused.file", unpacked.refused());
            }
            var taken = take(unpacked.head(), Actor.system("node/" + envelope.sender()));
            return answer(envelope, number, unpacked, taken);
        } catch (IOException unreadable) {
            return ReceiptNote.refused("crossing.refused.UNREADABLE");
        }
    }

    private Taken take(ObjectNode head, Actor from) {
        var copy = (ObjectNode) head.path("case");
        return switch (head.path("move").asString("")) {
            case "FILED" -> cases.takeOver(copy, from);
            case "SUPPLEMENT_SENT" -> cases.supplement(copy, from);
            case "WITHDRAWAL_SENT" -> cases.withdraw(copy, head.path("words").asString(""), from);
            default -> Taken.UNREADABLE;
        };
    }

    /** What came too late is answered with how the case stands now. */
    private ReceiptNote answer(
            ReceivedEnvelope envelope, CaseNumber number, PassedFiles.Unpacked unpacked, Taken taken) {
        var passage = new PassageStore.Passage(number.value(), envelope.sender().value(), true);
        switch (taken) {
            case TAKEN -> store.heard(passage, clock.instant());
            case ALREADY -> {
                files.release(unpacked.kept());
                passages.send(passage, Move.CHANGED, "");
            }
            case NUMBER_USED, UNKNOWN_CASE, NO_DEPARTMENT, UNREADABLE -> {
                files.release(unpacked.kept());
                return ReceiptNote.refused("crossing.refused." + taken, number);
            }
        }
        return ReceiptNote.applied("crossing.taken", number);
    }
}
