package org.zhengtong.service.supervision;

/** Judges all clocks by the rules in force. Judging again changes nothing. */
public interface Judgement {

    /** Judges as of now, from the times of events. */
    Judged judge();

    /** What one round brought. */
    record Judged(int clocks, int warnings, int cards) {}
}
