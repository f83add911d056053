package org.zhengtong.service.casework.internal;

import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.service.casework.CaseFile;
import org.zhengtong.service.casework.CaseMoved;
import org.zhengtong.service.casework.CaseNumber;
import org.zhengtong.service.casework.CaseOutcome;
import org.zhengtong.service.casework.CaseworkProblem;

/**
 * The frame of every action on a case: read it, decide, write the change if nobody was quicker, else read it again. The
 * write locks the case's row until the end of the transaction.
 */
@Component
class CaseActions {

    private static final int TRIES = 20;

    private final CaseFileStore files;
    private final CaseStore store;
    private final OfferStore offers;
    private final AuditLog audit;
    private final CaseClock clocks;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseActions(
            CaseFileStore files,
            CaseStore store,
            OfferStore offers,
            AuditLog audit,
            CaseClock clocks,
            Clock clock,
            ApplicationEventPublisher events) {
        this.files = files;
        this.store = store;
        this.offers = offers;
        this.audit = audit;
        this.clocks = clocks;
        this.clock = clock;
        this.events = events;
    }

    /** What an action wants to do: refuse, or change the case. */
    sealed interface Plan {

        /** Nothing is changed; the caller is told why. */
        record Refuse(CaseOutcome outcome) implements Plan {}

        /** Change the case, record it, and tell the change's news. */
        record Change(CaseChange change, AuditAction record) implements Plan {}
    }

    CaseOutcome act(CaseNumber number, Doer by, Function<LoadedCase, Plan> plan) {
        return actAnywhere(number, loaded -> {
            var node = loaded.file().handledAt();
            if (node != null) {
                throw new ProblemException(CaseworkProblem.HANDLED_ELSEWHERE, number.value(), node);
            }
            return plan.apply(loaded);
        });
    }

    /** The same, also when another node handles the case: for what the applicant sends there through this one. */
    CaseOutcome actAnywhere(CaseNumber number, Function<LoadedCase, Plan> plan) {
        for (var attempt = 0; attempt < TRIES; attempt++) {
            var loaded = require(number);
            switch (plan.apply(loaded)) {
                case Plan.Refuse refuse -> {
                    return refuse.outcome();
                }
                case Plan.Change change -> {
                    if (store.apply(change.change())) {
                        offers.write(change.change(), loaded.file().applicant().contactName());
                        audit.record(change.record());
                        change.change().news.forEach(events::publishEvent);
                        events.publishEvent(new CaseMoved(
                                number,
                                loaded.file().handledAt(),
                                change.change().move,
                                change.change().at,
                                change.change().words));
                        return new CaseOutcome.Done(number, change.change().state, change.change().at);
                    }
                }
            }
        }
        throw new ProblemException(CaseworkProblem.BUSY, number.value());
    }

    /** Records that a case was filed, and tells it. */
    void filed(CaseFile file, AuditAction record) {
        audit.record(record);
        events.publishEvent(new CaseMoved(file.number(), file.handledAt(), CaseMoved.Move.FILED, file.filedAt(), ""));
    }

    LoadedCase require(CaseNumber number) {
        return files.find(CaseKey.of(number))
                .orElseThrow(() -> new ProblemException(CaseworkProblem.CASE_NOT_FOUND, number.value()));
    }

    /** An empty change of the case as of now. */
    CaseChange change(LoadedCase loaded, Doer by) {
        return CaseChange.of(loaded, by, clock.instant(), clocks.today());
    }

    /** The audit entry of an action on a case. */
    static AuditAction record(Doer by, String event, LoadedCase loaded) {
        return AuditAction.of(by.actor(), event, "case", loaded.file().number().value());
    }
}
