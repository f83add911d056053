package org.zhengtong.service.appointments;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A queue ticket (排队号) such as {@code A007}.
 *
 * @param counter where it was called to
 */
public record Ticket(
        long id,
        String hall,
        String business,
        String number,
        boolean appointed,
        State state,
        @Nullable String counter,
        Instant takenAt,
        @Nullable Instant calledAt) {

    /** Where it stands. */
    public enum State {
        WAITING,
        CALLED,
        DONE,
        SKIPPED
    }
}
