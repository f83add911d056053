package org.zhengtong.service.supervision;

import java.util.EnumSet;
import java.util.Set;

/** What a rule judges. */
public enum RuleKind {
    /** A limit ends so many working days from now. */
    BEFORE_LIMIT,
    /** A statutory or committed limit was exceeded by so many working days. */
    LIMIT_EXCEEDED,
    /** The limit of a step was exceeded by so many working days though that of the whole case was not. */
    STEP_EXCEEDED,
    /** Nobody said within the limit and so many working days more whether an application is accepted. */
    INTAKE_EXCEEDED,
    /** An application was not accepted with a reason of fewer characters. */
    REASON_TOO_SHORT,
    /** A department denied with reasons of fewer characters. */
    DENIAL_REASON_TOO_SHORT,
    /** A complaint was neither taken up nor answered so many working days after its limit. */
    COMPLAINT_OVERDUE,
    /** An applicant gave a rating of this level of dissatisfaction or worse. */
    BAD_RATING,
    /** Supervisors urged the department to finish (督办). */
    ORDER_ISSUED;

    private static final Set<RuleKind> OF_CLOCKS = EnumSet.of(LIMIT_EXCEEDED, STEP_EXCEEDED, INTAKE_EXCEEDED);
    private static final Set<RuleKind> OF_REASONS = EnumSet.of(REASON_TOO_SHORT, DENIAL_REASON_TOO_SHORT);

    /** Whether it judges a clock of a case; one clock has one card, whichever of these it is of. */
    public boolean ofClock() {
        return OF_CLOCKS.contains(this);
    }

    /** Kinds of cards of which one thing has only one. */
    public Set<RuleKind> together() {
        return ofClock() ? Set.copyOf(OF_CLOCKS) : Set.of(this);
    }

    /** What its threshold counts; {@link Measure#NONE} when it has none. */
    public Measure measure() {
        if (OF_REASONS.contains(this)) {
            return Measure.CHARACTERS;
        }
        return switch (this) {
            case BAD_RATING -> Measure.SATISFACTION;
            case ORDER_ISSUED -> Measure.NONE;
            default -> Measure.DAYS;
        };
    }

    /** What a threshold counts. */
    public enum Measure {
        DAYS,
        CHARACTERS,
        SATISFACTION,
        NONE
    }
}
