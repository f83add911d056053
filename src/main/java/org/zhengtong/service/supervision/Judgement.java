package org.zhengtong.service.supervision;

import java.time.LocalDate;

/** Judges all clocks by the rules in force. Judging again changes nothing. */
public interface Judgement {

    /** Judges as of now, from the times of events. */
    Judged judge();

    /** The same for everything that happened since a day, such as the first of an installation's own cases. */
    Judged judgeSince(LocalDate from);

    /** What one round brought. */
    record Judged(int clocks, int warnings, int cards) {}
}
