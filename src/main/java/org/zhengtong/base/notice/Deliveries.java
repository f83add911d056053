package org.zhengtong.base.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhengtong.base.audit.Actor;

/** What left the site, waits or failed. */
public interface Deliveries {

    /** Newest first. */
    List<Delivery> search(DeliveryQuery query);

    Map<DeliveryState, Long> counts();

    Optional<Delivery> find(long id);

    /** The steps of a delivery, oldest first. */
    List<DeliveryEvent> events(long id);

    /** Puts a failed delivery back to the waiting ones; false when it has not failed. */
    boolean sendAgain(long id, Actor by);

    /** Receipts that fit no delivery: of messages that other programs sent, or forged ones. */
    long unmatchedReceipts();
}
