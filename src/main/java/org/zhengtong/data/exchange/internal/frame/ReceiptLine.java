package org.zhengtong.data.exchange.internal.frame;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.zhengtong.data.exchange.EnvelopeState;

/** One line of a receipt sheet: what came of an envelope, and when. */
public record ReceiptLine(UUID id, EnvelopeState outcome, String key, List<String> args, Instant at) {

    @SuppressWarnings("ConstantValue") // a foreign text may leave out anything
    public ReceiptLine {
        if (id == null || outcome == null || key == null) {
            throw new IllegalArgumentException("Not a receipt: " + id);
        }
        args = args == null ? List.of() : List.copyOf(args);
    }

    /** The arguments in one text, for the database. */
    public String joined() {
        return String.join("\u001f", args);
    }
}
