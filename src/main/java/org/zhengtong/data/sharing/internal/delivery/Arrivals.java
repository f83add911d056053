package org.zhengtong.data.sharing.internal.delivery;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.Deliveries.Received;
import org.zhengtong.data.sharing.Deliveries.Withheld;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Requests;
import org.zhengtong.data.sharing.internal.snapshot.KnownSnapshots;

/**
 * Pages of what other nodes sent to departments here, as far as the newest snapshot of each node still grants it; where a page ends is
 * encrypted, since it names a record.
 */
@Component
class Arrivals {

    private final ReceivedStore store;
    private final Permissions permissions;
    private final RecordAddresses addresses;
    private final KnownSnapshots snapshots;

    Arrivals(ReceivedStore store, Permissions permissions, RecordAddresses addresses, KnownSnapshots snapshots) {
        this.store = store;
        this.permissions = permissions;
        this.addresses = addresses;
        this.snapshots = snapshots;
    }

    Received page(@Nullable GrantNumber grant, @Nullable String after, int most, CurrentUser by) {
        var from = after == null || after.isEmpty()
                ? ""
                : addresses.open(after).map(RecordKey::value).orElse("");
        var scope = permissions.scopeOf(by, Requests.REQUEST_DATA);
        var open = new ArrayList<String>();
        var withheld = new ArrayList<Withheld>();
        for (var source : store.sources(scope)) {
            if (grant == null || grant.equals(source.grant())) {
                snapshots
                        .against(source.sender(), source.grant(), source.consumer())
                        .ifPresentOrElse(
                                why -> withheld.add(new Withheld(source.sender(), source.grant(), why)),
                                () -> open.add(source.label()));
            }
        }
        var found = store.page(open.toArray(String[]::new), scope, from, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        if (found.size() <= most) {
            return new Received(shown, null, withheld);
        }
        var last = shown.getLast();
        return new Received(
                shown, addresses.seal(new RecordKey(last.sender() + " " + last.grant() + " " + last.key())), withheld);
    }
}
