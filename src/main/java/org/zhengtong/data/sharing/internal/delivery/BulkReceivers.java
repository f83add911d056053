package org.zhengtong.data.sharing.internal.delivery;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.data.registers.ReadPermit;
import org.zhengtong.data.registers.ReadPermit.RowFilter;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterCode;
import org.zhengtong.data.registers.RegisterReading;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

/** To whom a record went in bulk: a grant with deliveries, whose rows the record belongs to. */
@Component
class BulkReceivers {

    private final DeliveryStore deliveries;
    private final GrantStore grants;
    private final RegisterReading reading;

    BulkReceivers(DeliveryStore deliveries, GrantStore grants, RegisterReading reading) {
        this.deliveries = deliveries;
        this.grants = grants;
        this.reading = reading;
    }

    List<GrantNumber> of(RegisterCode register, RecordKey key) {
        return deliveries.holding(register).stream()
                .filter(number ->
                        grants.find(number).filter(grant -> covers(grant, key)).isPresent())
                .toList();
    }

    private boolean covers(DataGrant grant, RecordKey key) {
        var rows = grant.terms().rows();
        var permit = new ReadPermit(
                Set.of(),
                Map.of(),
                rows.isEmpty() ? null : new RowFilter(rows),
                "",
                grant.number().value(),
                Actor.system("sharing"));
        return reading.byKey(grant.register(), key, permit).isPresent();
    }
}
