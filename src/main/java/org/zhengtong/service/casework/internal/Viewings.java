package org.zhengtong.service.casework.internal;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.audit.AuditOrigin;
import org.zhengtong.base.identity.CurrentUser;

/** Records who looked at a case, some moments later and many at once, so that looking costs nothing. */
@Component
class Viewings {

    static final String EVENT = "casework.view";

    private static final Logger LOG = LoggerFactory.getLogger(Viewings.class);
    private static final Duration PAUSE = Duration.ofMillis(300);

    private final AuditLog audit;
    private final TransactionOperations transaction;
    private final ConcurrentLinkedQueue<AuditAction> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    Viewings(AuditLog audit, TransactionOperations transaction) {
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Somebody of the staff opened the case: to handle it, or to watch over how it is handled. */
    void viewed(LoadedCase loaded, CurrentUser by) {
        var department = by.department();
        var handling =
                loaded.tasks().stream().anyMatch(task -> task.department().equals(department));
        waiting.add(CaseActions.record(Doer.of(by), EVENT, loaded)
                .with("from", AuditOrigin.current())
                .with("department", department == null ? null : department.value())
                .with("purpose", handling ? "handling" : "oversight"));
        if (flushing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("casework-viewings").start(this::flushSoon);
        }
    }

    private void flushSoon() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        flushing.set(false);
        flush();
    }

    /** Writes what waits; also called at the end of the program. */
    @PreDestroy
    void flush() {
        var batch = new ArrayList<AuditAction>();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            batch.add(next);
        }
        if (batch.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> audit.recordAll(batch));
        } catch (RuntimeException failure) {
            waiting.addAll(batch);
            LOG.warn("{} viewings of cases are not recorded yet", batch.size(), failure);
        }
    }
}
