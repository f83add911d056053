package org.zhengtong.data.exchange.internal.kinds;

import java.time.Clock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhengtong.base.audit.Actor;
import org.zhengtong.base.audit.AuditAction;
import org.zhengtong.base.audit.AuditLog;
import org.zhengtong.data.exchange.Dispatch;
import org.zhengtong.data.exchange.EnvelopeId;
import org.zhengtong.data.exchange.EnvelopeRequest;
import org.zhengtong.data.exchange.NodeCode;
import tools.jackson.databind.json.JsonMapper;

/** Sends notes to the administrators of other nodes. */
@Service
public class Notes {

    /** Longest text of a note. */
    public static final int LONGEST = 2_000;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Dispatch dispatch;
    private final NoteStore store;
    private final AuditLog audit;
    private final Clock clock;

    Notes(Dispatch dispatch, NoteStore store, AuditLog audit, Clock clock) {
        this.dispatch = dispatch;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /** Sends a note, encrypted if wished. */
    @Transactional
    public EnvelopeId send(NodeCode receiver, String text, boolean confidential, Actor by) {
        var request =
                EnvelopeRequest.of(NoteText.KIND, receiver, JSON.writeValueAsBytes(new NoteText(by.name(), text)));
        var id = dispatch.send(confidential ? request.confidential() : request);
        store.add(new NoteStore.Note(id.value(), receiver.value(), true, text, by.name(), clock.instant()));
        audit.record(AuditAction.of(by, "exchange.send_note", "node", receiver.value())
                .with("envelope", id));
        return id;
    }
}
