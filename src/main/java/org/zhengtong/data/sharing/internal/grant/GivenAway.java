package org.zhengtong.data.sharing.internal.grant;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.Subject;

/** What departments of another node may use at a moment: nothing that rests, ended or is stopped. */
@Component
public class GivenAway {

    private final GrantStore grants;
    private final StopStore stops;

    GivenAway(GrantStore grants, StopStore stops) {
        this.grants = grants;
        this.stops = stops;
    }

    public List<DataGrant> to(String node, LocalDate day) {
        var stopped = stops.inForce();
        return grants.givenTo(node, day).stream()
                .filter(grant -> stopped.stream()
                        .noneMatch(stop -> stop.register() == null
                                || Subject.of(stop.register()).equals(grant.subject())))
                .toList();
    }
}
