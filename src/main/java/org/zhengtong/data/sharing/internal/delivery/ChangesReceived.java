package org.zhengtong.data.sharing.internal.delivery;

import java.time.Clock;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.sharing.Deliveries.ReceivedRecord;
import org.zhengtong.data.sharing.GrantNumber;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what this node's departments subscribed to elsewhere. */
@Component
class ChangesReceived implements EnvelopeReceiver {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Pattern DEPARTMENT = Pattern.compile("\\d{6,12}\\.[a-z0-9]+(?:-[a-z0-9]+)*");

    private final ReceivedStore store;
    private final Clock clock;

    ChangesReceived(ReceivedStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return ChangesText.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        ChangesText text;
        try {
            text = JSON.readValue(envelope.bytes(), ChangesText.class);
        } catch (JacksonException unreadable) {
            return ReceiptNote.refused("sharing.changes.unreadable");
        }
        if (!readable(text)) {
            return ReceiptNote.refused("sharing.changes.unreadable");
        }
        var at = clock.instant();
        for (var change : text.changes()) {
            store.put(
                    new ReceivedRecord(
                            envelope.sender().value(),
                            new GrantNumber(text.grant()),
                            new DepartmentId(text.consumer()),
                            text.register(),
                            change.key(),
                            JSON.writeValueAsString(change.values()),
                            change.ended(),
                            at),
                    change.position());
        }
        return ReceiptNote.applied("sharing.changes.kept", text.changes().size());
    }

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    private static boolean readable(ChangesText text) {
        return text.grant() != null
                && GrantNumber.fits(text.grant())
                && text.register() != null
                && RegisterCode.fits(text.register())
                && text.consumer() != null
                && DEPARTMENT.matcher(text.consumer()).matches()
                && text.changes() != null
                && text.changes().stream()
                        .allMatch(
                                change -> change.key() != null && !change.key().isBlank() && change.values() != null);
    }
}
