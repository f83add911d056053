package org.zhengtong.data.exchange.internal.kinds;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.zhengtong.data.exchange.EnvelopeReceiver;
import org.zhengtong.data.exchange.ReceiptNote;
import org.zhengtong.data.exchange.ReceivedEnvelope;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Keeps notes of other nodes' administrators for the page. */
@Component
class NotesReceived implements EnvelopeReceiver {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final NoteStore store;
    private final Clock clock;

    NotesReceived(NoteStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return NoteText.KIND;
    }

    @Override
    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    public ReceiptNote receive(ReceivedEnvelope envelope) {
        NoteText note;
        try {
            note = JSON.readValue(envelope.bytes(), NoteText.class);
        } catch (JacksonException unreadable) {
            return ReceiptNote.refused("exchange.notes.unreadable");
        }
        if (note.text() == null || note.author() == null || note.text().length() > Notes.LONGEST) {
            return ReceiptNote.refused("exchange.notes.unreadable");
        }
        store.add(new NoteStore.Note(
                envelope.id().value(), envelope.sender().value(), false, note.text(), note.author(), clock.instant()));
        return ReceiptNote.applied("exchange.notes.shown");
    }
}
