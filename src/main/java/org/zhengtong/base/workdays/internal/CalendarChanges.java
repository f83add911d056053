package org.zhengtong.base.workdays.internal;

import java.time.LocalDate;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.base.workdays.CalendarChanged;

/** Tells of changed days: raises the version, forgets the index after commit, then publishes the event. */
@Component
class CalendarChanges {
    private final CalendarStore store;
    private final CurrentIndex index;
    private final ApplicationEventPublisher events;

    CalendarChanges(CalendarStore store, CurrentIndex index, ApplicationEventPublisher events) {
        this.store = store;
        this.index = index;
        this.events = events;
    }

    void tell(List<LocalDate> days) {
        store.raiseVersion();
        TransactionSynchronizationManager.registerSynchronization(new ForgetAfterCommit());
        events.publishEvent(new CalendarChanged(days));
    }

    /** Before any listener of the event, so that listeners compute with the new calendar. */
    private final class ForgetAfterCommit implements TransactionSynchronization, Ordered {
        @Override
        public int getOrder() {
            return Ordered.HIGHEST_PRECEDENCE;
        }

        @Override
        public void afterCompletion(int status) {
            index.forget();
        }

        @Override
        public void afterCommit() {
            index.forget();
        }
    }
}
