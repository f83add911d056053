package org.zhengtong.base.workdays.internal;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The index in use. Another instance of the program may edit the calendar, so the version row is looked at again after
 * a few seconds, by one thread, while the others go on with what they have.
 */
@Component
class CurrentIndex {
    private static final long TRUSTED_NANOS = TimeUnit.SECONDS.toNanos(3);

    private final CalendarStore store;
    private final LongSupplier nanos;
    private final ReentrantLock loading = new ReentrantLock();
    private volatile @Nullable Loaded loaded;

    private record Loaded(WorkingDayIndex index, long version, long checkedAt) {}

    @Autowired
    CurrentIndex(CalendarStore store) {
        this(store, System::nanoTime);
    }

    CurrentIndex(CalendarStore store, LongSupplier nanos) {
        this.store = store;
        this.nanos = nanos;
    }

    WorkingDayIndex use() {
        var current = loaded;
        if (current != null && nanos.getAsLong() - current.checkedAt() < TRUSTED_NANOS) {
            return current.index();
        }
        return current == null ? load() : refresh(current);
    }

    /** After an edit here: the next question reads anew. */
    void forget() {
        loaded = null;
    }

    private WorkingDayIndex load() {
        loading.lock();
        try {
            var current = loaded;
            return current == null ? read() : current.index();
        } finally {
            loading.unlock();
        }
    }

    private WorkingDayIndex refresh(Loaded current) {
        if (!loading.tryLock()) {
            return current.index();
        }
        try {
            if (store.version() != current.version()) {
                return read();
            }
            loaded = new Loaded(current.index(), current.version(), nanos.getAsLong());
            return current.index();
        } finally {
            loading.unlock();
        }
    }

    // The version is read first: an edit between the two readings is then found at the next look.
    private WorkingDayIndex read() {
        long version = store.version();
        var index = WorkingDayIndex.of(store.findAll());
        loaded = new Loaded(index, version, nanos.getAsLong());
        return index;
    }
}
