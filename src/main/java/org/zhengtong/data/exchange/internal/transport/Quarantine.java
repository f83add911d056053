package org.zhengtong.data.exchange.internal.transport;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.base.problem.ProblemException;
import org.zhengtong.data.exchange.ExchangeProblem;
import org.zhengtong.data.exchange.NodeCode;
import org.zhengtong.data.exchange.internal.Bell;
import org.zhengtong.data.exchange.internal.frame.Frame;
import org.zhengtong.data.exchange.internal.frame.FrameException;

/** What a ferry brought and what did not verify, kept apart until somebody decides. */
@Service
public class Quarantine {

    /** So much is kept; then files stay in their folder until somebody decided. */
    static final int MOST = 10_000;

    private final QuarantineStore store;
    private final Conversation conversation;
    private final AuditLog audit;
    private final Bell bell;
    private final Clock clock;

    Quarantine(QuarantineStore store, Conversation conversation, AuditLog audit, Bell bell, Clock clock) {
        this.store = store;
        this.conversation = conversation;
        this.audit = audit;
        this.bell = bell;
        this.clock = clock;
    }

    boolean full() {
        return store.waiting() >= MOST;
    }

    /** Keeps a frame with the reason. */
    @Transactional
    public void keep(String source, NodeCode node, Taken.Faulty faulty) {
        var frame = faulty.seen().frame();
        var content = frame.header().length == 0 ? frame.content() : frame.bytes();
        store.keep(source, node, faulty.fault(), content, clock.instant());
    }

    /** Takes it in after all, if it verifies by now; otherwise the reason is renewed and it stays. Says whether it was taken. */
    @Transactional
    public boolean release(long id, Actor by) {
        var held = store.lock(id).orElseThrow(() -> new ProblemException(ExchangeProblem.QUARANTINE_UNKNOWN));
        var fault = again(held.content());
        audit.record(AuditAction.of(by, "exchange.release_quarantine", "quarantine", String.valueOf(id))
                .with("fault", held.fault())
                .with("result", fault == null ? "taken" : fault));
        if (fault == null) {
            store.decide(id, "RELEASED", by.name(), "", clock.instant());
            bell.ringAfterCommit();
            return true;
        }
        store.stillWrong(id, fault);
        return false;
    }

    private org.zhengtong.data.exchange.@org.jspecify.annotations.Nullable EnvelopeFault again(byte[] content) {
        try {
            var taken = conversation.take(List.of(Frame.of(content)), List.of());
            return taken.faulty().isEmpty() ? null : taken.faulty().getFirst().fault();
        } catch (FrameException broken) {
            return broken.fault();
        }
    }

    /** Gives it up for good. */
    @Transactional
    public void reject(long id, String why, Actor by) {
        var _ = store.lock(id).orElseThrow(() -> new ProblemException(ExchangeProblem.QUARANTINE_UNKNOWN));
        store.decide(id, "REJECTED", by.name(), why, clock.instant());
        audit.record(AuditAction.of(by, "exchange.reject_quarantine", "quarantine", String.valueOf(id))
                .because(why));
    }
}
