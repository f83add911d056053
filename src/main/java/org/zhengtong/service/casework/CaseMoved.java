package org.zhengtong.service.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something of a case changed. Told inside the transaction, once or more often: whoever passes the case on reads it before the
 * commit.
 *
 * @param handledAt code of the node that handles the case, null when it is this one
 * @param words what the applicant said; empty when he said nothing
 */
public record CaseMoved(CaseNumber number, @Nullable String handledAt, Move move, Instant at, String words) {

    /** What moved: the last two only at the node where the applicant filed a case that another node handles. */
    public enum Move {
        FILED,
        CHANGED,
        SUPPLEMENT_SENT,
        WITHDRAWAL_SENT
    }
}
