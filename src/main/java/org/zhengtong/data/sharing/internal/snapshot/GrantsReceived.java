package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import tools.jackson.core.JacksonException;

/** Takes over what another node granted to departments here: signed by that node itself, for this one, and newer than what is kept. */
@Component
class GrantsReceived implements EnvelopeReceiver {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

    private final SnapshotStore store;
    private final KnownSnapshots known;
    private final Nodes nodes;
    private final NodeKeys keys;
    private final Clock clock;

    GrantsReceived(SnapshotStore store, KnownSnapshots known, Nodes nodes, NodeKeys keys, Clock clock) {
        this.store = store;
        this.known = known;
        this.nodes = nodes;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return GrantSnapshot.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        SignedSnapshot signed;
        GrantSnapshot snapshot;
        try {
            signed = SignedSnapshot.read(envelope.bytes());
            snapshot = signed.snapshot();
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return ReceiptNote.refused("sharing.snapshot.unreadable");
        }
        var fault = fault(envelope, signed, snapshot);
        if (fault != null) {
            return ReceiptNote.refused("sharing.snapshot." + fault);
        }
        if (!store.keep(signed, clock.instant())) {
            return ReceiptNote.refused("sharing.snapshot.older");
        }
        known.changed();
        return ReceiptNote.applied("sharing.snapshot.taken", snapshot.grants().size());
    }

    private @Nullable String fault(ReceivedEnvelope envelope, SignedSnapshot signed, GrantSnapshot snapshot) {
        var sender = nodes.trusted(envelope.sender());
        if (sender.isEmpty() || !snapshot.sender().equals(envelope.sender().value())) {
            return "other_sender";
        }
        if (!snapshot.receiver().equals(nodes.own().code().value())) {
            return "other_receiver";
        }
        if (!keys.verify(
                SignedSnapshot.signed(signed.content()),
                signed.signature(),
                sender.get().papers().signer())) {
            return "signature";
        }
        var now = clock.instant();
        if (snapshot.madeAt().isAfter(now.plus(CLOCKS_DIFFER))) {
            return "future";
        }
        return snapshot.validUntil().isAfter(now) ? null : "over";
    }
}
