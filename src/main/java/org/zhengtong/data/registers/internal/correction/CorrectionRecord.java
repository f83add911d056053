package org.zhengtong.data.registers.internal.correction;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.identity.CurrentUser;
import org.zhengtong.data.registers.Corrections.CorrectionRequest;
import org.zhengtong.data.registers.Corrections.State;
import org.zhengtong.data.registers.ItemCorrected;
import org.zhengtong.data.registers.RegisterDefinition;

/** Writes down what happens to doubts, and spreads the news within and outside the room. */
@Component
class CorrectionRecord {

    private final AuditLog audit;
    private final CorrectionNews news;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CorrectionRecord(AuditLog audit, CorrectionNews news, ApplicationEventPublisher events, Clock clock) {
        this.audit = audit;
        this.news = news;
        this.events = events;
        this.clock = clock;
    }

    void flagged(CorrectionRequest request, RegisterDefinition register, CurrentUser by) {
        audit.record(AuditAction.of(by.actor(), "registers.flag_item", "correction", String.valueOf(request.id()))
                .because(request.reason())
                .with("register", request.register())
                .with("item", request.item()));
        news.flagged(request, register);
    }

    void answered(CorrectionRequest request, RegisterDefinition register, CurrentUser by) {
        var corrected = request.state() == State.CORRECTED;
        audit.record(AuditAction.of(
                        by.actor(),
                        corrected ? "registers.correct_item" : "registers.keep_item",
                        "correction",
                        String.valueOf(request.id()))
                .because(request.answer()));
        news.answered(request, register);
        if (corrected) {
            events.publishEvent(new ItemCorrected(
                    request.register(), request.key(), request.item(), request.id(), clock.instant()));
        }
    }
}
