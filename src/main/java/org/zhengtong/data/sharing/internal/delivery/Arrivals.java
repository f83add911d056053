package org.zhengtong.data.sharing.internal.delivery;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.permission.Permissions;
import org.zhengtong.data.registers.RecordAddresses;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.sharing.Deliveries.Received;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.Requests;

/** Pages of what other nodes sent to departments here; where a page ends is encrypted, since it names a record. */
@Component
class Arrivals {

    private final ReceivedStore store;
    private final Permissions permissions;
    private final RecordAddresses addresses;

    Arrivals(ReceivedStore store, Permissions permissions, RecordAddresses addresses) {
        this.store = store;
        this.permissions = permissions;
        this.addresses = addresses;
    }

    Received page(@Nullable GrantNumber grant, @Nullable String after, int most, CurrentUser by) {
        var from = after == null || after.isEmpty()
                ? ""
                : addresses.open(after).map(RecordKey::value).orElse("");
        var found = store.page(grant, permissions.scopeOf(by, Requests.REQUEST_DATA), from, most + 1);
        var shown = found.subList(0, Math.min(most, found.size()));
        if (found.size() <= most) {
            return new Received(shown, null);
        }
        var last = shown.getLast();
        return new Received(
                shown, addresses.seal(new RecordKey(last.sender() + " " + last.grant() + " " + last.key())));
    }
}
