package org.zhengtong.data.exchange.internal.frame;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.base.trust.Signer;
import org.zhengtong.base.trust.TrustSuite;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.OwnNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes and signs frames in the name of this node. */
@Component
public class FrameWriter {

    private final Signer signer;
    private final NodeKeys keys;
    private final OwnNode own;
    private final Clock clock;
    private static final JsonMapper JSON = JsonMapper.shared();
    private volatile @Nullable String keyId;

    FrameWriter(Signer signer, NodeKeys keys, OwnNode own, Clock clock) {
        this.signer = signer;
        this.keys = keys;
        this.own = own;
        this.clock = clock;
    }

    /** A piece of an envelope. */
    public Frame envelope(UUID id, NodeCode receiver, EnvelopeLine line, byte[] content) {
        return write(FrameType.ENVELOPE, id, receiver.value(), line, content);
    }

    /** Any other frame; the content is written as JSON. */
    public Frame other(FrameType type, String receiver, Object content) {
        return write(type, UUID.randomUUID(), receiver, null, JSON.writeValueAsBytes(content));
    }

    /** A frame of something said at once. */
    public Frame said(FrameType type, UUID id, String receiver, byte[] content) {
        return write(type, id, receiver, null, content);
    }

    /** The digest of a content in the suite of this node, in hexadecimal. */
    public String digest(byte[] content) {
        return HexFormat.of().formatHex(keys.digest(signer.suite()).digest(content));
    }

    /** The suite that frames are signed in. */
    public TrustSuite suite() {
        return signer.suite();
    }

    private Frame write(FrameType type, UUID id, String receiver, @Nullable EnvelopeLine line, byte[] content) {
        var header = JSON.writeValueAsBytes(new FrameHeader(
                FrameHeader.VERSION,
                type,
                id.toString(),
                own.code().value(),
                receiver,
                signer.suite(),
                ownKey(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                content.length,
                digest(content),
                line));
        return new Frame(header, signer.sign(Frame.signed(header)).value(), content);
    }

    private String ownKey() {
        var known = keyId;
        if (known == null) {
            known = keys.keyId(keys.own().signer());
            keyId = known;
        }
        return known;
    }
}
