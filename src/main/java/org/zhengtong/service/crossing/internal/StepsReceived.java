package org.zhengtong.service.crossing.internal;

import java.io.IOException;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.service.casework.CaseCopies;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseReading;
import org.zhengtong.service.license.LicenseCopies;
import tools.jackson.databind.node.ObjectNode;

/** At the node where a case was filed: what became of it at the one that handles it. */
@Component
class StepsReceived implements EnvelopeReceiver {

    private final CaseCopies cases;
    private final CaseReading reading;
    private final LicenseCopies licenses;
    private final PassedFiles files;
    private final PassageStore store;
    private final Clock clock;

    StepsReceived(
            CaseCopies cases,
            CaseReading reading,
            LicenseCopies licenses,
            PassedFiles files,
            PassageStore store,
            Clock clock) {
        this.cases = cases;
        this.reading = reading;
        this.licenses = licenses;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return Passages.STEP;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        var sender = envelope.sender().value();
        try (var parcel = Parcel.open(envelope.payload().open())) {
            var number = parcel.head().path("case") instanceof ObjectNode copy ? CaseCopies.numberOf(copy) : null;
            if (number == null
                    || store.find(number.value())
                            .filter(passage -> passage.node().equals(sender) && !passage.handledHere())
                            .isEmpty()) {
                return ReceiptNote.refused("crossing.refused.UNKNOWN_CASE", envelope.purpose());
            }
            var unpacked = files.unpack(number, parcel);
            if (unpacked.refused() != null) {
                return ReceiptNote.refused("crossing.refused.file", unpacked.refused());
            }
            return take(number, sender, unpacked);
        } catch (IOException unreadable) {
            return ReceiptNote.refused("crossing.refused.UNREADABLE", envelope.purpose());
        }
    }

    private ReceiptNote take(CaseNumber number, String sender, PassedFiles.Unpacked unpacked) {
        var head = unpacked.head();
        var taken = cases.follow((ObjectNode) head.path("case"), sender, Actor.system("node/" + sender));
        if (taken != CaseCopies.Taken.TAKEN) {
            files.release(unpacked.kept());
            return ReceiptNote.refused("crossing.refused." + taken, number);
        }
        for (var license : PassedFiles.licenses(head)) {
            licenses.take(
                    number, license, reading.requireFile(number).applicant().account());
        }
        store.heard(new PassageStore.Passage(number.value(), sender, false), clock.instant());
        return ReceiptNote.applied("crossing.followed", number);
    }
}
