package org.zhengtong.data.exchange.internal.node;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.zhengtong.base.trust.NodeKeys;
import org.zhengtong.data.exchange.CardOutcome;
import org.zhengtong.data.exchange.CardOutcome.Why;
import org.zhengtong.data.exchange.NodeCard;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.OwnNode;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;
import org.zhengtong.data.exchange.internal.frame.FrameHeader;
import org.zhengtong.data.exchange.internal.frame.FrameType;
import org.zhengtong.data.exchange.internal.frame.FrameWriter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Writes this node's card and reads those of others. */
@Component
public class Cards {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final NodeKeys keys;
    private final FrameWriter writer;
    private final OwnNode own;
    private final Clock clock;

    Cards(NodeKeys keys, FrameWriter writer, OwnNode own, Clock clock) {
        this.keys = keys;
        this.writer = writer;
        this.own = own;
        this.clock = clock;
    }

    /** This node's card of now. */
    public NodeCard own() {
        var papers = keys.own();
        var at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var text = new CardText(
                own.code().value(),
                own.name(),
                own.level(),
                own.zone(),
                own.address(),
                papers.suite(),
                papers.root(),
                papers.issuing(),
                papers.signer(),
                papers.encryption(),
                at);
        return card(text, writer.other(FrameType.CARD, "", text).bytes());
    }

    /** Reads a card and checks that it was signed by whom it names. */
    public CardOutcome read(byte[] bytes) {
        try {
            var frame = Frame.of(bytes);
            var header = JSON.readValue(frame.header(), FrameHeader.class);
            var text = JSON.readValue(frame.content(), CardText.class);
            if (!text.whole()) {
                return new CardOutcome.Unreadable(Why.NOT_A_CARD);
            }
            return checked(frame, header, text)
                    .<CardOutcome>map(CardOutcome.Unreadable::new)
                    .orElseGet(() -> new CardOutcome.Readable(card(text, bytes)));
        } catch (FrameException | JacksonException | IllegalArgumentException unreadable) {
            return new CardOutcome.Unreadable(Why.NOT_A_CARD);
        }
    }

    private Optional<Why> checked(Frame frame, FrameHeader header, CardText text) {
        if (!keys.sound(text.papers(), clock.instant())) {
            return Optional.of(Why.UNSOUND);
        }
        var digest = HexFormat.of().formatHex(keys.digest(text.suite()).digest(frame.content()));
        var whole = header.type() == FrameType.CARD
                && text.code().equals(header.sender())
                && digest.equals(header.digest())
                && header.size() == frame.content().length
                && keys.verify(frame.signed(), frame.signature(), text.signer());
        if (!whole) {
            return Optional.of(Why.NOT_A_CARD);
        }
        return text.code().equals(own.code().value()) ? Optional.of(Why.OWN) : Optional.empty();
    }

    private NodeCard card(CardText text, byte[] bytes) {
        return new NodeCard(
                new NodeCode(text.code()),
                text.name(),
                text.level(),
                text.zone(),
                text.address(),
                text.papers(),
                text.at(),
                HexFormat.of().formatHex(keys.fingerprint(text.papers())),
                bytes);
    }
}
