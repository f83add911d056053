package org.zhengtong.data.exchange.internal.incoming;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.internal.frame.AskLine;
import org.zhengtong.data.exchange.internal.frame.ReceiptLine;

/** What this node tells senders of their envelopes: receipts, and what is missing. */
@Service
public class ReceiptDesk {

    private static final int MOST_PIECES = 1_000;

    private final ArrivalStore arrivals;
    private final ChannelStore channels;
    private final Clock clock;

    ReceiptDesk(ArrivalStore arrivals, ChannelStore channels, Clock clock) {
        this.arrivals = arrivals;
        this.channels = channels;
        this.clock = clock;
    }

    /** Receipts that a sender has to get; they count as told. */
    @Transactional
    public List<ReceiptLine> tell(NodeCode sender, int most) {
        return arrivals.tell(sender, most);
    }

    /** They did not get there. */
    @Transactional
    public void tellAgain(List<UUID> ids) {
        arrivals.tellAgain(ids);
    }

    /** What is missing in the channels of a sender for longer than a moment. */
    @Transactional
    public List<AskLine> ask(NodeCode sender, Duration moment) {
        var now = clock.instant();
        var lines = new ArrayList<AskLine>();
        for (var gap : channels.askFor(sender, now.minus(moment), now)) {
            var arriving = gap.arriving();
            lines.add(
                    arriving == null
                            ? new AskLine(gap.contract(), gap.from(), gap.to(), List.of())
                            : new AskLine(
                                    gap.contract(),
                                    gap.from(),
                                    gap.from(),
                                    channels.missingPieces(arriving, gap.pieces(), MOST_PIECES)));
        }
        return lines;
    }
}
