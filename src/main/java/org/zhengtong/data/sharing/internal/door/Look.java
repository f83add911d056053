package org.zhengtong.data.sharing.internal.door;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.audit.AuditLog.Gathered;
import org.zhengtong.data.registers.RecordKey;
import org.zhengtong.data.registers.RegisterRecord;
import org.zhengtong.data.sharing.Way;

/** One call on its way into the log: what it saw or is to see, and what is done with it in the same transaction. */
final class Look {

    /** What becomes of it. */
    enum End {
        /** Written down: the answer may go. */
        WRITTEN,
        /** Something changed who may read: ask again. */
        STALE,
        /** The day's calls are used up. */
        QUOTA_USED
    }

    private final Access access;
    private final Way way;
    private final List<Gathered> actions;
    private final Runnable within;
    private final @Nullable RecordKey key;
    private final CountDownLatch told = new CountDownLatch(1);
    private long records;
    private Optional<RegisterRecord> found = Optional.empty();
    private @Nullable End end;
    private @Nullable Throwable failure;

    private Look(Access access, Way way, List<Gathered> actions, Runnable within, @Nullable RecordKey key) {
        this.access = access;
        this.way = way;
        this.actions = actions;
        this.within = within;
        this.key = key;
    }

    /** At a record that is still to be read, together with those that others ask for. */
    static Look ahead(Access access, Way way, RecordKey key, Gathered action) {
        return new Look(access, way, List.of(action), () -> {}, key);
    }

    /** At so many records that were read. */
    static Look back(Access access, Way way, long records, List<Gathered> actions) {
        return back(access, way, records, actions, () -> {});
    }

    /** {@code within} happens in the transaction that writes it down. */
    static Look back(Access access, Way way, long records, List<Gathered> actions, Runnable within) {
        var look = new Look(access, way, actions, within, null);
        look.records = records;
        return look;
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

    /** What is still to be read; null when nothing is. */
    @Nullable
    RecordKey key() {
        return key;
    }

    void find(@Nullable RegisterRecord record) {
        found = Optional.ofNullable(record);
        records = record == null ? 0 : 1;
    }

    Optional<RegisterRecord> found() {
        return found;
    }

    void end(End how) {
        end = how;
    }

    void fail(Throwable why) {
        failure = why;
    }

    boolean failed() {
        return failure != null;
    }

    /** Lets whoever waits for it go on. */
    void tell() {
        told.countDown();
    }

    /** Waits for what becomes of it. */
    End await() {
        try {
            told.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while a look was being written", interrupted);
        }
        if (failure instanceof RuntimeException known) {
            throw known;
        }
        if (failure != null || end == null) {
            throw new IllegalStateException("A look was left unwritten", failure);
        }
        return end;
    }
}
