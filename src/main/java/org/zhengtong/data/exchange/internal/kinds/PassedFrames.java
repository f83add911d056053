package org.zhengtong.data.exchange.internal.kinds;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import org.zhengtong.data.exchange.internal.Bell;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameCheck;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import org.zhengtong.data.exchange.internal.transport.Conversation;
import org.zhengtong.data.exchange.internal.transport.PassedFrame;
import org.zhengtong.data.exchange.internal.transport.Passing;

/** Takes a frame that a neighbour passed on, or passes it on to the next node; never in a circle. */
@Component
class PassedFrames implements EnvelopeReceiver {

    private static final int MOST_HOPS = 8;

    private final FrameCheck check;
    private final KnownNodes nodes;
    private final Conversation conversation;
    private final Passing passing;
    private final Bell bell;

    PassedFrames(FrameCheck check, KnownNodes nodes, Conversation conversation, Passing passing, Bell bell) {
        this.check = check;
        this.nodes = nodes;
        this.conversation = conversation;
        this.passing = passing;
        this.bell = bell;
    }

    @Override
    public String kind() {
        return PassedFrame.KIND;
    }

    @Override
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        try {
            var passed = PassedFrame.of(envelope.bytes());
            var frame = Frame.of(passed.frame());
            var own = nodes.own().code().value();
            if (passed.path().contains(own)
                    || passed.path().size() >= MOST_HOPS
                    || !passed.path().getLast().equals(envelope.sender().value())) {
                return refused(EnvelopeFault.LOOP);
            }
            var seen = check.look(frame, nodes);
            if (seen.header() == null) {
                return refused(EnvelopeFault.UNREADABLE);
            }
            return seen.header().receiver().equals(own) ? take(seen, passed) : passOn(seen, passed);
        } catch (FrameException | IllegalArgumentException unreadable) {
            return refused(EnvelopeFault.UNREADABLE);
        }
    }

    private ReceiptNote take(SeenFrame seen, PassedFrame passed) {
        var taken = conversation.take(List.of(seen.frame()), passed.path());
        bell.ringAfterCommit();
        return taken.faulty().isEmpty()
                ? ReceiptNote.applied("exchange.ended.taken")
                : refused(taken.faulty().getFirst().fault());
    }

    private ReceiptNote passOn(SeenFrame seen, PassedFrame passed) {
        if (seen.fault() != null) {
            return refused(seen.fault());
        }
        var code = seen.good().receiver();
        var receiver = NodeCode.isOne(code) ? nodes.trusted(new NodeCode(code)).orElse(null) : null;
        if (receiver == null) {
            return refused(EnvelopeFault.OTHER_RECEIVER);
        }
        var next = receiver.via() == null ? receiver.code() : receiver.via();
        if (passed.path().contains(next.value())) {
            return refused(EnvelopeFault.LOOP);
        }
        var path = new ArrayList<>(passed.path());
        path.add(nodes.own().code().value());
        passing.on(seen.frame(), next, path);
        return ReceiptNote.applied("exchange.ended.passed_on", next.value());
    }

    private static ReceiptNote refused(EnvelopeFault fault) {
        return ReceiptNote.refused("exchange.fault." + fault);
    }
}
