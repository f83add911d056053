package org.zhengtong.data.mediation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** Front door of what was called: by whom, how long it took, what failed. */
public interface Calls {

    /** Calls of the departments that the user sees, as consumer or provider, newest first. */
    Page search(Query query, CurrentUser by);

    /** Calls of a service here by day, oldest first; every day of the span is there. */
    List<Day> days(ServiceCode service, LocalDate from, LocalDate to);

    /** From which side a call is looked at. */
    enum Side {
        CONSUMER,
        PROVIDER
    }

    /**
     * A call.
     *
     * @param node the other node; empty when both sides are here
     * @param operation method and declared path; only the method when it was not offered
     * @param status what the provider's system answered; 0 when it did not
     * @param fault code of the problem; empty when there was none
     */
    record Called(
            UUID id,
            Side side,
            String node,
            String service,
            String provider,
            String consumer,
            String client,
            String grant,
            String purpose,
            String operation,
            Instant at,
            long tookMillis,
            int status,
            String fault,
            long requestOctets,
            long answerOctets) {

        /** Whether no usable answer came. */
        public boolean failed() {
            return !fault.isEmpty() || status >= 500;
        }
    }

    /**
     * Which calls.
     *
     * @param after where the page before ended; null for the newest
     */
    record Query(
            Side side,
            String text,
            boolean failedOnly,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String after,
            int most) {}

    /** One screen. */
    record Page(List<Called> calls, @Nullable String next) {
        public Page {
            calls = List.copyOf(calls);
        }
    }

    /** One day of a service; the delays are of answered calls, in milliseconds. */
    record Day(LocalDate day, long calls, long failed, long median, long slow) {}
}
