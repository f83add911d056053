package org.zhengtong.service.supervision;

import java.time.YearMonth;

/** What came of a step on a month's scores. */
public sealed interface ScoreOutcome {

    record Done() implements ScoreOutcome {}

    /** The month is not over yet. */
    record NotOver(YearMonth month) implements ScoreOutcome {}

    /** The month is frozen. */
    record Frozen(YearMonth month) implements ScoreOutcome {}

    /** Another month has to be frozen first. */
    record OutOfTurn(YearMonth next) implements ScoreOutcome {}

    /** A reason needs at least so many characters. */
    record ReasonTooShort(int needed) implements ScoreOutcome {}

    /** Points lie between −20 and 20 in tenths, and are not 0. */
    record PointsWrong() implements ScoreOutcome {}
}
