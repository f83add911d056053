package org.zhengtong.service.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhengtong.base.codes.DivisionCode;
import org.zhengtong.base.organization.DepartmentId;
import org.zhengtong.service.casework.CaseClocks.DueClock;

/** What supervision judges, over all cases of this node and by the times of events: each question is one query over a span of days. */
public interface CaseFacts {

    /**
     * Clocks whose last day is over: those that still run, and those that ended or were given up after it.
     *
     * @param dueTo the latest last day
     * @param endedFrom clocks that ended before are left out
     */
    List<Exceeded> exceeded(LocalDate dueTo, LocalDate endedFrom);

    /** Refused acceptances whose reason has fewer characters. */
    List<Deed> refusalsWithReasonBelow(int characters, Instant from, Instant before);

    /** Denials by a department whose reasons have fewer characters. */
    List<Deed> denialsWithReasonBelow(int characters, Instant from, Instant before);

    /**
     * A clock that passed its last day.
     *
     * @param jointDueOn the last day of the whole case when this is the clock of a step; null when there is none
     */
    record Exceeded(DueClock clock, @Nullable LocalDate jointDueOn) {}

    /**
     * Something a department did.
     *
     * @param step which step of the case
     * @param characters how long the reason is
     */
    record Deed(
            CaseNumber number,
            String step,
            String itemName,
            DivisionCode division,
            DepartmentId department,
            LocalDate receivedOn,
            Instant at,
            int characters) {}
}
