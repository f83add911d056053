package org.zhengtong.base.notice.internal;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.notice.Channel;

/** Enters receipts: late, twice, before the answer to the message itself, or for messages nobody knows. */
@Service
class ReceiptBook {

    private static final String ARRIVED = "arrived ";

    private final PartStore parts;
    private final DeliveryStore deliveries;
    private final Clock clock;

    ReceiptBook(PartStore parts, DeliveryStore deliveries, Clock clock) {
        this.parts = parts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /**
     * Enters one receipt; false when it fits no delivery.
     *
     * @param address the telephone it speaks of, "" when it does not say
     */
    @Transactional
    public boolean enter(Channel channel, String providerId, boolean arrived, String words, String address) {
        var delivery = parts.mark(channel, providerId, arrived);
        if (delivery.isEmpty() && parts.adopt(channel, providerId, address)) {
            delivery = parts.mark(channel, providerId, arrived);
        }
        if (delivery.isEmpty()) {
            parts.keepUnmatched(channel, providerId, (arrived ? ARRIVED : "failed ") + words, clock.instant());
            return false;
        }
        judge(delivery.get(), words);
        return true;
    }

    private void judge(long delivery, String words) {
        var verdict = parts.verdict(delivery);
        if (verdict != null) {
            deliveries.arrived(delivery, verdict, words, clock.instant());
        }
    }

    /** The numbers that came with an answer, and the receipts that were quicker than it. */
    @Transactional
    public void numbered(Channel channel, long delivery, java.util.List<String> providerIds) {
        parts.replace(delivery, providerIds);
        for (var id : providerIds) {
            for (var early : parts.takeUnmatched(channel, id)) {
                parts.mark(channel, id, early.startsWith(ARRIVED));
                judge(delivery, early.substring(early.indexOf(' ') + 1));
            }
        }
    }
}
