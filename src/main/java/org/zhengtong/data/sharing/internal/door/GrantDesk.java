package org.zhengtong.data.sharing.internal.door;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhengtong.base.identity.ConnectedSystems;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.sharing.DataGrant;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.GrantedReading.Client;
import org.zhengtong.data.sharing.GrantedReading.Use;
import org.zhengtong.data.sharing.Grants.Stop;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Subject;
import org.zhengtong.data.sharing.Way;
import org.zhengtong.data.sharing.internal.grant.EpochStore;
import org.zhengtong.data.sharing.internal.grant.GrantStore;
import org.zhengtong.data.sharing.internal.grant.StopStore;
import org.zhengtong.data.sharing.internal.grant.SystemUseStore;

/**
 * Whether a use is allowed, from memory. What is remembered belongs to one epoch; {@link LookBook} asks the database for the
 * epoch before anything is given, so that a revocation on any instance holds for the next answer of each.
 */
@Component
class GrantDesk {

    private final GrantStore grants;
    private final StopStore stops;
    private final SystemUseStore systems;
    private final ConnectedSystems connected;
    private final EpochStore epochs;
    private final Clock clock;
    private volatile @Nullable Known known;

    GrantDesk(
            GrantStore grants,
            StopStore stops,
            SystemUseStore systems,
            ConnectedSystems connected,
            EpochStore epochs,
            Clock clock) {
        this.grants = grants;
        this.stops = stops;
        this.systems = systems;
        this.connected = connected;
        this.epochs = epochs;
        this.clock = clock;
    }

    /** All that is known in one epoch. */
    private record Known(
            long epoch, List<Stop> stops, Map<GrantNumber, Access> grants, Map<Credentials, Client> clients) {}

    private record Credentials(String clientId, String secret) {}

    private Known known() {
        var present = known;
        if (present == null) {
            // The epoch first: what is read after it is never older than it says.
            var epoch = epochs.now();
            present = new Known(epoch, stops.inForce(), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            known = present;
        }
        return present;
    }

    /** Forgets what belongs to an epoch that is over. */
    void forget(long epoch) {
        var present = known;
        if (present != null && present.epoch() == epoch) {
            known = null;
        }
    }

    /** The grant of a use, if it holds now; a problem says why not. No refusal comes from what is out of date. */
    Access open(Use use) {
        if (use.purpose().isBlank()) {
            throw new ProblemException(SharingProblem.NO_PURPOSE);
        }
        var present = known();
        try {
            return open(use, present);
        } catch (ProblemException refused) {
            if (epochs.now() == present.epoch()) {
                throw refused;
            }
            forget(present.epoch());
            return open(use, known());
        }
    }

    private Access open(Use use, Known present) {
        var access = access(present, use.grant());
        var grant = access.grant();
        if (!grant.consumer().equals(use.department())) {
            throw new ProblemException(SharingProblem.GRANT_NOT_FOUND);
        }
        requireStanding(grant, use.way());
        if (present.stops().stream()
                .anyMatch(stop ->
                        stop.register() == null || Subject.of(stop.register()).equals(grant.subject()))) {
            throw new ProblemException(SharingProblem.STOPPED);
        }
        if (!use.known().getAsBoolean()) {
            throw new ProblemException(SharingProblem.NO_SYSTEM);
        }
        return access;
    }

    private Access access(Known present, GrantNumber number) {
        var access = present.grants().get(number);
        if (access == null) {
            access = grants.find(number)
                    .map(grant -> Access.of(grant, present.epoch()))
                    .orElseThrow(() -> new ProblemException(SharingProblem.GRANT_NOT_FOUND));
            present.grants().put(number, access);
        }
        return access;
    }

    private void requireStanding(DataGrant grant, Way way) {
        switch (grant.state()) {
            case SUSPENDED -> throw new ProblemException(SharingProblem.SUSPENDED);
            case REVOKED -> throw new ProblemException(SharingProblem.REVOKED);
            case ACTIVE -> {
                if (grant.expired(today())) {
                    throw new ProblemException(SharingProblem.EXPIRED, grant.validUntil());
                }
                if (!grant.terms().ways().contains(way)) {
                    throw new ProblemException(SharingProblem.NOT_THIS_WAY);
                }
            }
        }
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Optional<Client> authenticate(String clientId, String secret) {
        var present = known();
        var credentials = new Credentials(clientId, secret);
        var client = present.clients().get(credentials);
        if (client == null) {
            var found = connected
                    .authenticate(clientId, secret)
                    .flatMap(system -> systems.find(clientId))
                    .map(system -> new Client(clientId, system.name(), system.department()));
            found.ifPresent(each -> present.clients().put(credentials, each));
            return found;
        }
        return Optional.of(client);
    }
}
