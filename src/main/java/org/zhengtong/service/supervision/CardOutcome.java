package org.zhengtong.service.supervision;

import java.time.LocalDate;

/** What came of a step on a card. */
public sealed interface CardOutcome {

    record Done(Card card) implements CardOutcome {}

    /** The card is not in a state that allows it. */
    record NotPossible(CardState state) implements CardOutcome {}

    /** The time to appeal is over. */
    record TooLate(LocalDate until) implements CardOutcome {}

    /** A reason needs at least so many characters. */
    record ReasonTooShort(int needed) implements CardOutcome {}
}
