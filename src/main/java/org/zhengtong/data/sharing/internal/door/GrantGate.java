package org.zhengtong.data.sharing.internal.door;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Grants;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.grant.EpochStore;
import org.zhengtong.data.sharing.internal.grant.GrantStore;

/** Whether a person may use a grant in some way now, for what is not answered at once. */
@Component
public class GrantGate {

    private final GrantDesk desk;
    private final GrantStore grants;
    private final Grants front;
    private final EpochStore epochs;
    private final Clock clock;

    GrantGate(GrantDesk desk, GrantStore grants, Grants front, EpochStore epochs, Clock clock) {
        this.desk = desk;
        this.grants = grants;
        this.front = front;
        this.epochs = epochs;
        this.clock = clock;
    }

    /** The grant, if it holds at this moment and the user works for its consumer; a problem says why not. */
    public DataGrant open(GrantNumber number, Way way, String purpose, CurrentUser by) {
        var grant = grants.find(number)
                .filter(each -> front.uses(each, by))
                .orElseThrow(() -> new ProblemException(SharingProblem.GRANT_NOT_FOUND));
        var use = new Use(number, way, grant.consumer(), by.actor(), purpose, "");
        var access = desk.open(use);
        var epoch = epochs.now();
        if (access.epoch() != epoch) {
            desk.forget(access.epoch());
            access = desk.open(use);
        }
        return access.grant();
    }

    public Instant now() {
        return clock.instant();
    }
}
