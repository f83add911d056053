package org.zhengtong.base.audit.internal;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditEntry;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.audit.EntryId;
import org.zhengtong.base.audit.internal.EntryStore.Hashed;

/** Writes entries in the caller's transaction; their places in the tree are given after commit. */
@Component
class MerkleAuditLog implements AuditLog {

    private final EntryStore entries;
    private final LogHash log;
    private final Clock clock;

    MerkleAuditLog(EntryStore entries, LogHash log, Clock clock) {
        this.entries = entries;
        this.log = log;
        this.clock = clock;
    }

    @Override
    @Transactional
    public EntryId record(AuditAction action) {
        var hashed = hashed(action);
        entries.add(hashed);
        return hashed.entry().id();
    }

    @Override
    @Transactional
    public List<EntryId> recordAll(List<AuditAction> actions) {
        if (actions.isEmpty()) {
            return List.of();
        }
        var all = actions.stream().map(this::hashed).toList();
        entries.addAll(all);
        return all.stream().map(hashed -> hashed.entry().id()).toList();
    }

    @Override
    @Transactional
    public void recordGathered(List<Gathered> actions) {
        if (!actions.isEmpty()) {
            entries.addAll(actions.stream()
                    .map(each -> hashed(each.action(), each.origin()))
                    .toList());
        }
    }

    private Hashed hashed(AuditAction action) {
        return hashed(action, AuditOrigin.current());
    }

    private Hashed hashed(AuditAction action, String origin) {
        var at = CanonicalEntry.storable(clock.instant());
        var entry =
                new AuditEntry(EntryIds.next(at), at, CanonicalEntry.clean(origin), CanonicalEntry.storable(action));
        return new Hashed(entry, log.hasher().leaf(CanonicalEntry.of(entry)));
    }
}
