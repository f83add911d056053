package org.zhengtong.service.appointments;

/** What came of booking. */
public sealed interface BookOutcome {

    record Booked(Appointment appointment) implements BookOutcome {}

    /** No place is left. */
    record Full() implements BookOutcome {}

    /** Not a working day, too far ahead, past, or no such time. */
    record NotOffered() implements BookOutcome {}

    /** The person has so many already. */
    record TooMany(int most) implements BookOutcome {}

    /** The person missed too many lately. */
    record MissedTooMany(int missed, int days) implements BookOutcome {}
}
