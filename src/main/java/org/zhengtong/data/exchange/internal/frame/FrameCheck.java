package org.zhengtong.data.exchange.internal.frame;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.ExchangeSettings;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.NodeStanding;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Looks at a frame that came from outside: is it whole, from whom it says, for us, of now, and agreed? */
@Component
public class FrameCheck {

    private final NodeKeys keys;
    private final ExchangeSettings settings;
    private final Clock clock;
    private static final JsonMapper JSON = JsonMapper.shared();

    FrameCheck(NodeKeys keys, ExchangeSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Where senders and their keys are looked up. */
    public interface Senders {

        @Nullable
        ExchangeNode sender(NodeCode code);

        /** The signing certificate of one of its keys, present or earlier. */
        @Nullable
        String signer(NodeCode code, String keyId);
    }

    /** How far clocks may differ. */
    public java.time.Duration skew() {
        return settings.clockSkew();
    }

    /** Everything but the receiver, who may be another node in a frame that is passed on. */
    public SeenFrame look(Frame frame, Senders senders) {
        FrameHeader header;
        try {
            header = JSON.readValue(frame.header(), FrameHeader.class);
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return new SeenFrame(frame, null, EnvelopeFault.UNREADABLE);
        }
        if (header == null || !complete(header)) {
            return new SeenFrame(frame, null, EnvelopeFault.UNREADABLE);
        }
        return new SeenFrame(frame, header, fault(frame, header, senders));
    }

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    private static boolean complete(FrameHeader header) {
        return header.version() == FrameHeader.VERSION
                && header.type() != null
                && isId(header.id())
                && header.sender() != null
                && NodeCode.isOne(header.sender())
                && header.receiver() != null
                && header.suite() != null
                && header.key() != null
                && header.at() != null
                && header.digest() != null
                && (header.type() == FrameType.ENVELOPE) == (header.envelope() != null)
                && (header.envelope() == null || complete(header.envelope()));
    }

    @SuppressWarnings("ConstantValue")
    private static boolean complete(EnvelopeLine line) {
        return line.contract() != null
                && EnvelopeRequest.isContract(line.contract())
                && line.number() > 0
                && line.kind() != null
                && EnvelopeRequest.isKind(line.kind())
                && line.purpose() != null
                && line.purpose().length() <= EnvelopeRequest.LONGEST_PURPOSE
                && line.priority() != null
                && line.createdAt() != null
                && line.validUntil() != null
                && line.digest() != null
                && line.piece() > 0
                && line.piece() <= line.pieces();
    }

    @SuppressWarnings("ConstantValue")
    private static boolean isId(String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    private @Nullable EnvelopeFault fault(Frame frame, FrameHeader header, Senders senders) {
        var code = new NodeCode(header.sender());
        var sender = senders.sender(code);
        if (sender == null) {
            return EnvelopeFault.UNKNOWN_SENDER;
        }
        if (sender.standing() == NodeStanding.REVOKED) {
            return EnvelopeFault.REVOKED_SENDER;
        }
        if (header.suite() != sender.papers().suite()) {
            return EnvelopeFault.WRONG_SUITE;
        }
        var signer = senders.signer(code, header.key());
        if (signer == null) {
            return EnvelopeFault.UNKNOWN_KEY;
        }
        if (!keys.verify(frame.signed(), frame.signature(), signer)) {
            return EnvelopeFault.HEADER_ALTERED;
        }
        var content = content(frame, header);
        return content == null ? times(header, sender) : content;
    }

    private @Nullable EnvelopeFault content(Frame frame, FrameHeader header) {
        if (frame.content().length != header.size()) {
            return EnvelopeFault.SIZE_WRONG;
        }
        var digest = HexFormat.of().formatHex(keys.digest(header.suite()).digest(frame.content()));
        return same(digest, header.digest()) ? null : EnvelopeFault.PAYLOAD_ALTERED;
    }

    private @Nullable EnvelopeFault times(FrameHeader header, ExchangeNode sender) {
        var latest = clock.instant().plus(settings.clockSkew());
        if (header.at().isAfter(latest)) {
            return EnvelopeFault.FROM_FUTURE;
        }
        var line = header.envelope();
        return line == null ? null : agreed(line, sender, latest);
    }

    private @Nullable EnvelopeFault agreed(EnvelopeLine line, ExchangeNode sender, Instant latest) {
        if (line.createdAt().isAfter(latest)) {
            return EnvelopeFault.FROM_FUTURE;
        }
        if (line.size() > settings.largest().toBytes()
                || (long) line.pieces() * Frame.PIECE > settings.largest().toBytes() + Frame.PIECE) {
            return EnvelopeFault.OVERSIZE;
        }
        return sender.takes(line.kind()) ? null : EnvelopeFault.KIND_NOT_ALLOWED;
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(java.nio.charset.StandardCharsets.US_ASCII),
                other.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
}
