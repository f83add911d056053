package org.zhengtong.data.sharing.internal.door;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.zhengtong.base.audit.AuditLog.Gathered;
import org.zhengtong.data.sharing.Way;

/** One call on its way into the log: what it saw, and what is done with it in the same transaction. */
final class Look {

    /** What becomes of it. */
    enum End {
        /** Written down: the answer may go. */
        WRITTEN,
        /** Something changed who may read: ask again. */
        STALE,
        /** The day's calls are used up. */
        QUOTA_USED,
        /** Nobody writes at present: do it for all that wait. */
        LEAD
    }

    private final Access access;
    private final Way way;
    private final long records;
    private final List<Gathered> actions;
    private final Runnable within;
    private final CompletableFuture<End> turn = new CompletableFuture<>();

    Look(Access access, Way way, long records, List<Gathered> actions, Runnable within) {
        this.access = access;
        this.way = way;
        this.records = records;
        this.actions = actions;
        this.within = within;
    }

    Access access() {
        return access;
    }

    Way way() {
        return way;
    }

    long records() {
        return records;
    }

    List<Gathered> actions() {
        return actions;
    }

    Runnable within() {
        return within;
    }

    CompletableFuture<End> turn() {
        return turn;
    }
}
