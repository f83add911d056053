package org.zhengtong.service.fees;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.identity.CurrentUser;

/** The daily comparison with the provider's statement (对账). */
public interface Reconciliation {

    /** Fetches the statement of a day and compares; may be repeated. Calls the provider, so never inside a transaction. */
    RunOutcome run(LocalDate day);

    /** The same by a member of staff. */
    RunOutcome run(LocalDate day, CurrentUser by);

    /** Compared days before this one, the latest first. */
    List<Day> days(LocalDate before, int limit, CurrentUser staff);

    /** Differences, the latest first; {@code before} is the id of the last one seen. */
    List<Difference> differences(boolean open, long before, int limit, CurrentUser staff);

    /** Notes what was done about a difference; false when it was settled before. */
    boolean settle(long difference, String note, CurrentUser staff);

    /** What came of comparing a day. */
    enum RunOutcome {
        DONE,
        OFF,
        PROVIDER_AWAY,
        /** The statement is not signed by the provider, or is no statement of this day. */
        UNREADABLE,
        /** A day is compared once it is over. */
        NOT_OVER
    }

    /** A compared day. */
    record Day(LocalDate day, Instant runAt, int bankLines, Money bank, int ourLines, Money ours) {
        public boolean equal() {
            return bankLines == ourLines && bank.equals(ours);
        }
    }

    /** What does not agree. */
    enum Kind {
        BANK_ONLY,
        OURS_ONLY,
        AMOUNT,
        SURPLUS
    }

    /**
     * A difference to work through.
     *
     * @param bill the bill of the order, null when the order is unknown
     */
    record Difference(
            long id,
            LocalDate day,
            Kind kind,
            String order,
            @Nullable BillNumber bill,
            @Nullable Money bank,
            @Nullable Money ours,
            @Nullable String note,
            @Nullable Instant settledAt,
            @Nullable String settledBy) {}
}
