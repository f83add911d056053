package org.zhengtong.service.crossing.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseMoved.Move;
import org.zhengtong.service.crossing.CrossingSettings;
import org.zhengtong.service.license.LicenseChanged;

/** Hears what becomes of cases. What one transaction did to a case is told once, just before its commit. */
@Component
class CaseWatch {

    private final CrossingSettings settings;
    private final PassageStore store;
    private final Passages passages;
    private final Reports reports;
    private final TransactionOperations transaction;

    CaseWatch(
            CrossingSettings settings,
            PassageStore store,
            Passages passages,
            Reports reports,
            TransactionOperations transaction) {
        this.settings = settings;
        this.store = store;
        this.passages = passages;
        this.reports = reports;
        this.transaction = transaction;
    }

    @EventListener
    void on(CaseMoved moved) {
        if (moved.handledAt() != null ? moved.move() != Move.CHANGED : tellsOthers()) {
            later(moved.number().value(), () -> tell(moved));
        }
    }

    @EventListener
    void on(LicenseChanged changed) {
        if (!settings.outer().isEmpty()) {
            var number = changed.caseNumber().value();
            later(number, () -> answer(number));
        }
    }

    private boolean tellsOthers() {
        return !settings.outer().isEmpty() || reports.wanted();
    }

    private void tell(CaseMoved moved) {
        var number = moved.number().value();
        if (moved.handledAt() != null) {
            passages.send(new PassageStore.Passage(number, moved.handledAt(), false), moved.move(), moved.words());
        } else {
            answer(number);
            reports.send(moved.number(), moved.at());
        }
    }

    private void answer(String number) {
        if (!settings.outer().isEmpty()) {
            store.find(number)
                    .filter(PassageStore.Passage::handledHere)
                    .ifPresent(passage -> passages.send(passage, Move.CHANGED, ""));
        }
    }

    private void later(String number, Runnable telling) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(_ -> telling.run());
            return;
        }
        TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Telling.class::isInstance)
                .map(Telling.class::cast)
                .findFirst()
                .orElseGet(CaseWatch::begin)
                .byCase
                .put(number, telling);
    }

    private static Telling begin() {
        var telling = new Telling();
        TransactionSynchronizationManager.registerSynchronization(telling);
        return telling;
    }

    private static final class Telling implements TransactionSynchronization {

        private final Map<String, Runnable> byCase = new LinkedHashMap<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            byCase.values().forEach(Runnable::run);
        }
    }
}
