package org.zhengtong.data.mediation.internal.call;

import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.zhengtong.data.mediation.Calls.Called;

/**
 * Writes lines of calls behind the calls, many with one statement. That a call went, and under which grant, stands in the audit log before
 * it goes; these lines are for the pages, and say how it ended.
 */
@Component
class CallBook {

    private static final Logger LOG = LoggerFactory.getLogger(CallBook.class);
    private static final int MOST = 500;
    private static final int WAITING = 50_000;
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(5);

    private final CallStore store;
    private final ArrayDeque<Called> waiting = new ArrayDeque<>();
    private boolean writing;

    CallBook(CallStore store) {
        this.store = store;
    }

    void note(Called call) {
        synchronized (waiting) {
            if (waiting.size() >= WAITING) {
                LOG.warn("The line of call {} is left out: the database does not keep up", call.id());
                return;
            }
            waiting.add(call);
            if (writing) {
                return;
            }
            writing = true;
        }
        Thread.ofVirtual().name("mediation-book").start(this::write);
    }

    private void write() {
        for (var batch = next(); !batch.isEmpty(); batch = next()) {
            try {
                store.add(batch);
            } catch (DataAccessException failure) {
                LOG.warn("{} lines of calls could not be written", batch.size(), failure);
            }
        }
    }

    private List<Called> next() {
        var batch = new ArrayList<Called>();
        synchronized (waiting) {
            while (batch.size() < MOST && !waiting.isEmpty()) {
                batch.add(waiting.remove());
            }
            if (batch.isEmpty()) {
                writing = false;
                waiting.notifyAll();
            }
        }
        return batch;
    }

    /** Waits until what was noted so far is written. */
    @PreDestroy
    void settle() {
        var end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE);
        synchronized (waiting) {
            while (writing && System.nanoTime() < end) {
                try {
                    waiting.wait(PATIENCE);
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }
}
