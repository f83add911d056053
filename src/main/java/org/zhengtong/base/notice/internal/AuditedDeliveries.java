package org.zhengtong.base.notice.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.notice.Deliveries;
import org.zhengtong.base.notice.Delivery;
import org.zhengtong.base.notice.DeliveryEvent;
import org.zhengtong.base.notice.DeliveryQuery;
import org.zhengtong.base.notice.DeliveryState;

@Service
class AuditedDeliveries implements Deliveries {

    private final DeliverySearch search;
    private final DeliveryStore deliveries;
    private final PartStore parts;
    private final AuditLog audit;
    private final Clock clock;

    AuditedDeliveries(DeliverySearch search, DeliveryStore deliveries, PartStore parts, AuditLog audit, Clock clock) {
        this.search = search;
        this.deliveries = deliveries;
        this.parts = parts;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Delivery> search(DeliveryQuery query) {
        return search.find(query);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<DeliveryState, Long> counts() {
        return search.counts();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Delivery> find(long id) {
        return search.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public List<DeliveryEvent> events(long id) {
        return search.events(id);
    }

    @Override
    @Transactional
    public boolean sendAgain(long id, Actor by) {
        var again = deliveries.reopen(id, clock.instant());
        if (again) {
            audit.record(AuditAction.of(by, "notice.send_again", "delivery", String.valueOf(id)));
        }
        return again;
    }

    @Override
    @Transactional(readOnly = true)
    public long unmatchedReceipts() {
        return parts.countUnmatched();
    }
}
