package org.zhengtong.data.exchange.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Wakes whoever carries envelopes on this instance; rung often, it is heard once. */
@Component
public class Bell {

    private final Semaphore rung = new Semaphore(0);

    public void ring() {
        if (rung.availablePermits() == 0) {
            rung.release();
        }
    }

    /** Rings when the running transaction is committed; at once when there is none. */
    public void ringAfterCommit() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            ring();
        } else if (TransactionSynchronizationManager.getSynchronizations().stream()
                .noneMatch(Ringing.class::isInstance)) {
            TransactionSynchronizationManager.registerSynchronization(new Ringing());
        }
    }

    /** Waits for the bell, for this long at most. */
    public void await(Duration most) throws InterruptedException {
        if (rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }

    private final class Ringing implements TransactionSynchronization {
        @Override
        public void afterCommit() {
            ring();
        }
    }
}
