package org.zhengtong.data.exchange.internal.look;

import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameHeader;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Checks anew what proves an envelope: the receiver's signature on the receipt, or the sender's on the header. */
@Component
public class Proof {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final EnvelopeSearch envelopes;
    private final KnownNodes nodes;
    private final NodeKeys keys;

    Proof(EnvelopeSearch envelopes, KnownNodes nodes, NodeKeys keys) {
        this.envelopes = envelopes;
        this.nodes = nodes;
        this.keys = keys;
    }

    /** What the check says. */
    public enum Verdict {
        GOOD,
        BAD,
        /** Nothing is there to be checked. */
        NONE
    }

    /** The verdict of now. */
    public Verdict of(EnvelopeLook envelope) {
        return envelope.outgoing() ? receipt(envelope) : header(envelope);
    }

    private Verdict receipt(EnvelopeLook envelope) {
        return envelopes
                .receiptSheet(envelope.id())
                .map(sheet -> sheet(envelope, sheet))
                .orElse(Verdict.NONE);
    }

    private Verdict sheet(EnvelopeLook envelope, byte[] sheet) {
        try {
            var frame = Frame.of(sheet);
            var header = JSON.readValue(frame.header(), FrameHeader.class);
            var digest = java.util.HexFormat.of()
                    .formatHex(keys.digest(header.suite()).digest(frame.content()));
            var named = java.util.Arrays.stream(JSON.readValue(frame.content(), ReceiptLine[].class))
                    .anyMatch(line -> line.id().equals(envelope.id()));
            return named
                            && digest.equals(header.digest())
                            && header.sender().equals(envelope.node())
                            && signed(envelope.node(), header.key(), frame.signed(), frame.signature())
                    ? Verdict.GOOD
                    : Verdict.BAD;
        } catch (FrameException | JacksonException unreadable) {
            return Verdict.BAD;
        }
    }

    private Verdict header(EnvelopeLook envelope) {
        return envelopes
                .signedHeader(envelope.id())
                .map(stored -> signed(
                                envelope.node(),
                                stored.keyId(),
                                new Frame(stored.header(), stored.signature(), new byte[0]).signed(),
                                stored.signature())
                        ? Verdict.GOOD
                        : Verdict.BAD)
                .orElse(Verdict.NONE);
    }

    private boolean signed(String node, String keyId, byte[] content, byte[] signature) {
        var signer = nodes.signer(new NodeCode(node), keyId);
        return signer != null && keys.verify(content, signature, signer);
    }
}
