package org.zhengtong.data.mediation.internal.directory;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes over what a neighbour offers. */
@Component
class DirectoryReceived implements EnvelopeReceiver {

    private final DirectoryStore store;
    private final Clock clock;

    DirectoryReceived(DirectoryStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return DirectoryText.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        try {
            var text = JsonMapper.shared().readValue(envelope.bytes(), DirectoryText.class);
            store.replace(envelope.sender().value(), text, clock.instant());
            return ReceiptNote.applied(
                    "mediation.directory.taken", text.services().size());
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return ReceiptNote.refused("mediation.directory.unreadable");
        }
    }
}
