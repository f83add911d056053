package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryState;
import org.zhengtong.base.notice.internal.DeliveryStore.Result;

/** Empties the outbox: claims one delivery, hands it over outside any transaction, keeps the answer. */
@Component
class Dispatch {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    /** How long after each failed attempt the next one follows; after the last the delivery is given up. */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    /** An instance that died while sending has not answered by then. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** So long a receipt is waited for before what may have arrived is sent again. */
    static final Duration DOUBT = Duration.ofMinutes(15);

    /** Nobody wants a round that never ends. */
    private static final int MOST_A_ROUND = 1000;

    private final DeliveryStore deliveries;
    private final ReceiptBook receipts;
    private final LetterWriter letters;
    private final QuietHours quiet;
    private final Clock clock;

    Dispatch(DeliveryStore deliveries, ReceiptBook receipts, LetterWriter letters, QuietHours quiet, Clock clock) {
        this.deliveries = deliveries;
        this.receipts = receipts;
        this.letters = letters;
        this.quiet = quiet;
        this.clock = clock;
    }

    /** Sends what is due, until the other side does not answer; says how many left. */
    int sendDue(Outlet outlet) {
        if (!outlet.configured()) {
            return 0;
        }
        outlet.listen();
        var sent = 0;
        for (var round = 0; round < MOST_A_ROUND; round++) {
            var now = clock.instant();
            var claimed = deliveries.claim(outlet.channel(), quiet.moment(outlet.channel()), now, now.plus(CLAIM));
            if (claimed.isEmpty()) {
                break;
            }
            var answer = hand(outlet, claimed.get());
            close(claimed.get(), answer);
            if (answer instanceof Answer.NotNow || answer instanceof Answer.Unsure) {
                break;
            }
            sent += answer instanceof Answer.Taken ? 1 : 0;
        }
        return sent;
    }

    /** A text that cannot be written out fails this delivery, not those behind it. */
    private Answer hand(Outlet outlet, Delivery delivery) {
        try {
            return outlet.hand(letters.write(delivery));
        } catch (RuntimeException broken) {
            LOG.error("Delivery {} cannot be handed over", delivery.id(), broken);
            return new Answer.Refused(Answer.shortened(String.valueOf(broken.getMessage())));
        }
    }

    private void close(Delivery delivery, Answer answer) {
        var now = clock.instant();
        switch (answer) {
            case Answer.Taken(var receipt, var ids) -> {
                deliveries.close(
                        delivery,
                        new Result(DeliveryState.SENT, receipt, null, ids.isEmpty() ? null : ids.getFirst()),
                        now);
                receipts.numbered(delivery.channel(), delivery.id(), ids);
            }
            case Answer.Refused(var reason) ->
                deliveries.close(delivery, new Result(DeliveryState.FAILED, reason, null, null), now);
            case Answer.NotNow(var reason) -> later(delivery, DeliveryState.WAITING, reason);
            case Answer.Unsure(var reason, var ids) -> {
                later(delivery, DeliveryState.UNSURE, reason);
                receipts.numbered(delivery.channel(), delivery.id(), ids);
            }
        }
    }

    private void later(Delivery delivery, DeliveryState state, String reason) {
        var now = clock.instant();
        if (delivery.attempts() > PAUSES.size() || outOfDate(delivery, now)) {
            deliveries.close(delivery, new Result(DeliveryState.FAILED, reason, null, null), now);
            return;
        }
        var pause = PAUSES.get(delivery.attempts() - 1);
        var doubted = state == DeliveryState.UNSURE && pause.compareTo(DOUBT) < 0 ? DOUBT : pause;
        deliveries.close(delivery, new Result(state, reason, now.plus(doubted), null), now);
    }

    /** A code that nobody can use any more is not worth another attempt. */
    private static boolean outOfDate(Delivery delivery, Instant now) {
        var pause = PAUSES.get(Math.min(delivery.attempts(), PAUSES.size()) - 1);
        return delivery.template().equals(CheckedContacts.CODE_TEMPLATE)
                && delivery.createdAt().plus(CheckedContacts.CODE_HOLDS).isBefore(now.plus(pause));
    }
}
