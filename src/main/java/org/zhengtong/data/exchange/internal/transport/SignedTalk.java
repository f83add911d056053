package org.zhengtong.data.exchange.internal.transport;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Talk;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameCheck;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameHeader;
import org.zhengtong.data.exchange.internal.frame.FrameReader;
import org.zhengtong.data.exchange.internal.frame.FrameType;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;
import org.zhengtong.data.exchange.internal.node.KnownNodes;

/** Says and hears frames of the types CALL and CALL_ANSWER; faulty ones are counted with those of envelopes. */
@Component
class SignedTalk implements Talk {

    private final FrameWriter writer;
    private final FrameCheck check;
    private final KnownNodes nodes;
    private final FaultStore faults;
    private final Clock clock;

    SignedTalk(FrameWriter writer, FrameCheck check, KnownNodes nodes, FaultStore faults, Clock clock) {
        this.writer = writer;
        this.check = check;
        this.nodes = nodes;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public byte[] ask(UUID id, NodeCode receiver, byte[] content) {
        return writer.said(FrameType.CALL, id, receiver.value(), content).bytes();
    }

    @Override
    public byte[] answer(UUID question, String receiver, byte[] content) {
        return writer.said(FrameType.CALL_ANSWER, question, receiver, content).bytes();
    }

    @Override
    public Heard hear(InputStream question, int longest) {
        return heard(question, longest, FrameType.CALL);
    }

    @Override
    public Heard hearAnswer(byte[] answer, UUID question, NodeCode asked) {
        var heard = heard(new ByteArrayInputStream(answer), answer.length, FrameType.CALL_ANSWER);
        if (heard instanceof Heard.Good good
                && (!good.id().equals(question) || !good.sender().code().equals(asked))) {
            // somebody's good answer, but to another question
            return bad(
                    EnvelopeFault.HEADER_ALTERED,
                    good.id(),
                    good.sender().code().value());
        }
        return heard;
    }

    private Heard heard(InputStream in, int longest, FrameType type) {
        SeenFrame seen;
        try {
            var frame = new FrameReader(in, longest).next();
            if (frame.isEmpty()) {
                return bad(EnvelopeFault.CUT, null, "");
            }
            seen = check.look(frame.get(), nodes);
        } catch (FrameException broken) {
            return bad(broken.fault(), null, "");
        }
        var header = seen.header();
        if (header == null) {
            return bad(EnvelopeFault.UNREADABLE, null, "");
        }
        var fault = seen.fault() == null ? fault(header, type) : seen.fault();
        return fault == null ? good(header, seen.frame()) : bad(fault, UUID.fromString(header.id()), header.sender());
    }

    private @Nullable EnvelopeFault fault(FrameHeader header, FrameType type) {
        if (header.type() != type) {
            return EnvelopeFault.UNREADABLE;
        }
        if (!header.receiver().equals(nodes.own().code().value())) {
            return EnvelopeFault.OTHER_RECEIVER;
        }
        return header.at().plus(check.skew()).isAfter(clock.instant()) ? null : EnvelopeFault.EXPIRED;
    }

    private Heard good(FrameHeader header, Frame frame) {
        var sender = nodes.find(new NodeCode(header.sender())).orElseThrow();
        return new Heard.Good(UUID.fromString(header.id()), sender, header.at(), frame.content());
    }

    private Heard bad(EnvelopeFault fault, @Nullable UUID id, String sender) {
        var known = NodeCode.isOne(sender) && nodes.find(new NodeCode(sender)).isPresent();
        faults.count(
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                known ? sender : FaultStore.NOBODY,
                fault,
                clock.instant());
        return new Heard.Bad(fault, id, sender);
    }
}
