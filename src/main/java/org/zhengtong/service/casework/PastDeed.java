package org.zhengtong.service.casework;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that happened to a case in an older system; {@code byName} is the name of who did it. */
public sealed interface PastDeed {

    /** When it happened. */
    Instant at();

    /** The application came in. */
    record Filed(Instant at) implements PastDeed {}

    /** The applicant was told what is missing. */
    record SupplementRequested(Instant at, String byName, List<SupplementItem> items) implements PastDeed {
        public SupplementRequested {
            items = List.copyOf(items);
        }
    }

    /** All of it arrived. */
    record Supplemented(Instant at) implements PastDeed {}

    /** The case was accepted (受理). */
    record Accepted(Instant at, String byName) implements PastDeed {}

    /** Acceptance was refused (不予受理). */
    record AcceptanceRefused(Instant at, String byName, String reason) implements PastDeed {}

    /** A department decided its step of the procedure. */
    record Decided(Instant at, String byName, String step, Decision decision) implements PastDeed {}

    /** The applicant took the application back. */
    record Withdrawn(Instant at, String reason) implements PastDeed {}

    /** The result was handed over; its identifier, if it has one. */
    record Delivered(Instant at, @Nullable String resultIdentifier) implements PastDeed {}
}
