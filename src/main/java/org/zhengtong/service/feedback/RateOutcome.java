package org.zhengtong.service.feedback;

import java.time.Instant;
import org.zhengtong.service.casework.CaseState;

/** What came of rating a case. */
public sealed interface RateOutcome {

    /** Kept; a bad one opened a follow-up. */
    record Rated(ServiceRating rating) implements RateOutcome {}

    /** The case was rated before; one handling has one rating. */
    record AlreadyRated(Instant at) implements RateOutcome {}

    /** The case is not decided yet. */
    record NotYet(CaseState state) implements RateOutcome {}
}
