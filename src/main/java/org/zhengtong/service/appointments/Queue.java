package org.zhengtong.service.appointments;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** The queue of a hall: tickets are taken, called, recalled, skipped, passed on, and done. Staff needs the right for its department. */
public interface Queue {

    /**
     * A ticket for an appointment, from half an hour before its time on; empty when the code is not one of today, was used, or it is
     * too early.
     */
    Optional<Ticket> arrive(Hall hall, String code, CurrentUser staff);

    /** A ticket for somebody without an appointment. */
    Ticket walkIn(Hall hall, Business business, CurrentUser staff);

    /**
     * Calls the next one to a counter: who has an appointment comes first, then who waits longest.
     *
     * @param only the business this counter does; null for all
     */
    Optional<Ticket> next(Hall hall, String counter, @Nullable Business only, CurrentUser staff);

    /** Does something with a ticket that was called; false when it is not called any more. */
    boolean act(Hall hall, long ticket, Act act, CurrentUser staff);

    /** Sends a called ticket to the queue of another business; it keeps its number and its place by time. */
    boolean transfer(Hall hall, long ticket, Business business, CurrentUser staff);

    /** Tickets that wait today, in the order in which they will be called. */
    List<Ticket> waiting(Hall hall);

    /** Tickets that were called today and are not done, the latest call first. */
    List<Ticket> called(Hall hall);

    /** Waiting times of the tickets called in a span of days, by business. */
    List<Waiting> waitingTimes(Hall hall, LocalDate from, LocalDate to, CurrentUser staff);

    /** What can be done with a called ticket. */
    enum Act {
        RECALL,
        SKIP,
        DONE
    }

    /** How long people waited for one kind of business: half of them not longer than the median. */
    record Waiting(String business, long tickets, Duration median, Duration p90) {}
}
