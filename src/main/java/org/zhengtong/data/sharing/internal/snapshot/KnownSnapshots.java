package org.zhengtong.data.sharing.internal.snapshot;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.base.settings.Settings;
import org.zhengtong.data.exchange.KeptSnapshots;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.Nodes;
import org.zhengtong.data.sharing.ForeignGrant;
import org.zhengtong.data.sharing.ForeignGrants;
import org.zhengtong.data.sharing.GrantNumber;
import org.zhengtong.data.sharing.SharingProblem;
import org.zhengtong.data.sharing.Subject;

/** The snapshots that are kept, in memory for a moment: each call asks. One that came here holds at once, on other instances soon. */
@Service
public class KnownSnapshots implements ForeignGrants, KeptSnapshots {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(2);

    private final SnapshotStore store;
    private final Nodes nodes;
    private final Settings settings;
    private final Clock clock;
    private volatile @Nullable Seen seen;

    KnownSnapshots(SnapshotStore store, Nodes nodes, Settings settings, Clock clock) {
        this.store = store;
        this.nodes = nodes;
        this.settings = settings;
        this.clock = clock;
    }

    private record Seen(Map<String, Grants> kept, long at) {}

    private record Grants(Instant madeAt, Instant validUntil, Map<GrantNumber, ForeignGrant> grants) {

        static Grants of(GrantSnapshot snapshot) {
            var grants = new TreeMap<GrantNumber, ForeignGrant>(Comparator.reverseOrder());
            snapshot.grants().stream().map(GrantSnapshot.Entry::grant).forEach(each -> grants.put(each.number(), each));
            return new Grants(snapshot.madeAt(), snapshot.validUntil(), grants);
        }

        Stream<ForeignGrant> of(DepartmentId consumer, Subject subject) {
            return grants.values().stream()
                    .filter(each ->
                            each.consumer().equals(consumer) && each.subject().equals(subject));
        }
    }

    @Override
    public void require(NodeCode node, String number, DepartmentId consumer, Subject subject) {
        var kept = seen().get(node.value());
        if (kept == null) {
            return;
        }
        requireFresh(node, kept);
        var found = kept.of(consumer, subject)
                .filter(each -> number.isEmpty() || each.number().value().equals(number))
                .toList();
        if (found.isEmpty()) {
            throw new ProblemException(SharingProblem.NOT_IN_SNAPSHOT, node, day(kept.madeAt()));
        }
        if (found.stream().allMatch(each -> each.expired(today()))) {
            throw new ProblemException(SharingProblem.EXPIRED, found.getFirst().validUntil());
        }
    }

    private void requireFresh(NodeCode node, Grants kept) {
        if (over(kept)) {
            throw new ProblemException(SharingProblem.SNAPSHOT_OVER, node, day(kept.madeAt()), day(kept.validUntil()));
        }
    }

    /** Why records that a node sent under a grant may not be seen here; empty when they may. */
    public Optional<SharingProblem> against(String node, GrantNumber number, DepartmentId consumer) {
        var kept = trusted(node) ? seen().get(node) : null;
        if (kept == null) {
            return Optional.of(SharingProblem.NO_SNAPSHOT);
        }
        if (over(kept)) {
            return Optional.of(SharingProblem.SNAPSHOT_OVER);
        }
        var grant = kept.grants().get(number);
        if (grant == null || !grant.consumer().equals(consumer)) {
            return Optional.of(SharingProblem.NOT_IN_SNAPSHOT);
        }
        return grant.expired(today()) ? Optional.of(SharingProblem.EXPIRED) : Optional.empty();
    }

    private boolean trusted(String node) {
        return NodeCode.isOne(node) && nodes.trusted(new NodeCode(node)).isPresent();
    }

    @Override
    public List<ForeignGrant> held(NodeCode node, DepartmentId consumer, Subject subject) {
        var kept = seen().get(node.value());
        return kept == null || over(kept)
                ? List.of()
                : kept.of(consumer, subject)
                        .filter(each -> !each.expired(today()))
                        .toList();
    }

    @Override
    public List<Kept> kept() {
        var oldest = clock.instant().minus(settings.value(SnapshotSettings.WARNING));
        return seen().entrySet().stream()
                .filter(each -> trusted(each.getKey()))
                .map(each -> new Kept(
                        new NodeCode(each.getKey()),
                        "sharing.snapshot.title",
                        each.getValue().madeAt(),
                        each.getValue().validUntil(),
                        each.getValue().grants().size(),
                        each.getValue().madeAt().isBefore(oldest),
                        over(each.getValue())))
                .toList();
    }

    private boolean over(Grants kept) {
        return !clock.instant().isBefore(kept.validUntil());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }

    private Map<String, Grants> seen() {
        var known = seen;
        if (known == null || System.nanoTime() - known.at() > FRESH) {
            var kept = new TreeMap<String, Grants>();
            for (var signed : store.all()) {
                var snapshot = signed.snapshot();
                kept.put(snapshot.sender(), Grants.of(snapshot));
            }
            known = new Seen(kept, System.nanoTime());
            seen = known;
        }
        return known.kept();
    }

    /** Forgets what was kept in memory, now and again after the running transaction. */
    public void changed() {
        seen = null;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    seen = null;
                }
            });
        }
    }
}
