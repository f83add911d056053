package org.zhengtong.data.exchange.internal.transport;

import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeFault;
import org.zhengtong.data.exchange.ExchangeNode;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.exchange.internal.frame.AnswerLine;
import org.zhengtong.data.exchange.internal.frame.AskLine;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameCheck;
import org.zhengtong.data.exchange.internal.frame.FrameHeader;
import org.zhengtong.data.exchange.internal.frame.FrameType;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;
import org.zhengtong.data.exchange.internal.frame.SeenFrame;
import org.zhengtong.data.exchange.internal.incoming.Intake;
import org.zhengtong.data.exchange.internal.node.KnownNodes;
import org.zhengtong.data.exchange.internal.outgoing.ReceiptBook;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Takes frames of any type, however they came. */
@Component
public class Conversation {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String DISK_FULL = "53100";

    private final FrameCheck check;
    private final KnownNodes nodes;
    private final Intake intake;
    private final ReceiptBook receipts;
    private final FaultStore faults;
    private final Room room;
    private final Clock clock;

    Conversation(
            FrameCheck check,
            KnownNodes nodes,
            Intake intake,
            ReceiptBook receipts,
            FaultStore faults,
            Room room,
            Clock clock) {
        this.check = check;
        this.nodes = nodes;
        this.intake = intake;
        this.receipts = receipts;
        this.faults = faults;
        this.room = room;
        this.clock = clock;
    }

    /**
     * Takes frames that are for this node; good ones are in the ledger when this returns, faulty ones are counted.
     *
     * @param path nodes that passed them on
     */
    public Taken take(List<Frame> frames, List<String> path) {
        var faulty = new ArrayList<Taken.Faulty>();
        var envelopes = new ArrayList<SeenFrame>();
        ExchangeNode greeting = null;
        for (var frame : frames) {
            var seen = check.look(frame, nodes);
            var fault = seen.fault() == null ? addressed(seen.good()) : seen.fault();
            if (fault == null && seen.good().type() == FrameType.ENVELOPE) {
                envelopes.add(seen);
            } else if (fault == null) {
                fault = other(seen);
                if (fault == null && seen.good().type() == FrameType.FETCH) {
                    greeting = nodes.find(new NodeCode(seen.good().sender())).orElse(null);
                }
            }
            if (fault != null) {
                faulty.add(new Taken.Faulty(seen, fault));
            }
        }
        var answers = answers(envelopes, path, faulty);
        faulty.forEach(each -> count(each.seen(), each.fault()));
        return new Taken(answers, faulty, greeting);
    }

    private @Nullable EnvelopeFault addressed(FrameHeader header) {
        return header.receiver().equals(nodes.own().code().value()) ? null : EnvelopeFault.OTHER_RECEIVER;
    }

    private List<AnswerLine> answers(List<SeenFrame> envelopes, List<String> path, List<Taken.Faulty> faulty) {
        var answers = new ArrayList<AnswerLine>();
        faulty.stream()
                .filter(each ->
                        each.seen().header() == null || each.seen().header().type() == FrameType.ENVELOPE)
                .forEach(each -> answers.add(answer(each.seen(), each.fault())));
        var results = taken(envelopes, path);
        for (var at = 0; at < envelopes.size(); at++) {
            var seen = envelopes.get(at);
            var fault = results.get(at);
            answers.add(answer(seen, fault));
            if (fault != null) {
                faulty.add(new Taken.Faulty(seen, fault));
            }
        }
        return answers;
    }

    private List<@Nullable EnvelopeFault> taken(List<SeenFrame> envelopes, List<String> path) {
        if (envelopes.isEmpty()) {
            return List.of();
        }
        if (room.full()) {
            return noRoom(envelopes.size());
        }
        try {
            return intake.take(envelopes, path);
        } catch (DataAccessException refused) {
            if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof SQLException cause
                    && DISK_FULL.equals(cause.getSQLState())) {
                return noRoom(envelopes.size());
            }
            throw refused;
        }
    }

    private static List<@Nullable EnvelopeFault> noRoom(int count) {
        return Collections.nCopies(count, EnvelopeFault.NO_ROOM);
    }

    private static AnswerLine answer(SeenFrame seen, @Nullable EnvelopeFault fault) {
        var header = seen.header();
        var line = header == null ? null : header.envelope();
        return new AnswerLine(header == null ? null : header.id(), line == null ? 0 : line.piece(), fault);
    }

    private @Nullable EnvelopeFault other(SeenFrame seen) {
        var header = seen.good();
        var sender = new NodeCode(header.sender());
        var content = seen.frame().content();
        try {
            switch (header.type()) {
                case RECEIPTS ->
                    receipts.ended(
                            sender,
                            seen.id(),
                            Arrays.asList(JSON.readValue(content, ReceiptLine[].class)),
                            seen.frame().bytes());
                case ANSWERS -> receipts.answered(sender, Arrays.asList(JSON.readValue(content, AnswerLine[].class)));
                case ASKING -> receipts.asked(sender, Arrays.asList(JSON.readValue(content, AskLine[].class)));
                case FETCH -> {
                    return fresh(header) ? null : EnvelopeFault.ASKED_BEFORE;
                }
                case MANIFEST -> {
                    return null;
                }
                case CARD, ENVELOPE, CALL, CALL_ANSWER -> {
                    return EnvelopeFault.UNREADABLE;
                }
            }
            return null;
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return EnvelopeFault.UNREADABLE;
        }
    }

    /** A greeting answers with what waits, so nobody may use one twice. */
    private boolean fresh(FrameHeader header) {
        return header.at().plus(check.skew()).isAfter(clock.instant())
                && faults.askedFirst(UUID.fromString(header.id()), clock.instant());
    }

    private void count(SeenFrame seen, EnvelopeFault fault) {
        var header = seen.header();
        var known = header != null && nodes.find(new NodeCode(header.sender())).isPresent();
        faults.count(
                LocalDate.ofInstant(clock.instant(), clock.getZone()),
                known && header != null ? header.sender() : FaultStore.NOBODY,
                fault,
                clock.instant());
    }

    /** A frame that could not even be read to its end. */
    public Taken.Faulty unreadable(byte[] consumed, EnvelopeFault fault) {
        var seen = new SeenFrame(new Frame(new byte[0], new byte[0], consumed), null, fault);
        count(seen, fault);
        return new Taken.Faulty(seen, fault);
    }

    /** This node's nodes, for whoever carries. */
    public Nodes nodes() {
        return nodes;
    }
}
