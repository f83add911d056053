package org.zhengtong.data.sharing.internal.grant;

import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.DataGrant.Standing;
import org.zhengtong.data.sharing.DataGrant.State;
import org.zhengtong.data.sharing.SharingRequest;
import org.zhengtong.data.sharing.Terms;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.delivery.SubscriptionStore;

/** Makes a grant of a request; runs within the transaction of the answer. */
@Component
public class Granting {

    private final GrantStore grants;
    private final SubscriptionStore subscriptions;
    private final EpochStore epoch;
    private final Clock clock;

    Granting(GrantStore grants, SubscriptionStore subscriptions, EpochStore epoch, Clock clock) {
        this.grants = grants;
        this.subscriptions = subscriptions;
        this.epoch = epoch;
        this.clock = clock;
    }

    public DataGrant grant(SharingRequest request, Terms terms, CurrentUser by) {
        var at = clock.instant();
        var grant = new DataGrant(
                request.number(),
                request.id(),
                request.resource(),
                request.resourceName(),
                request.subject(),
                request.provider(),
                request.consumer(),
                terms,
                Objects.requireNonNull(request.wish().until()),
                new Standing(State.ACTIVE, "", by.name(), at),
                at,
                by.name());
        grants.add(grant);
        if (terms.ways().contains(Way.SUBSCRIPTION) && !terms.node().isEmpty()) {
            subscriptions.add(grant.number(), terms.node());
        }
        epoch.raise();
        return grant;
    }
}
