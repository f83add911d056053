package org.zhengtong.service.supervision;

import java.time.LocalDate;
import java.util.List;
import org.zhengtong.base.identity.CurrentUser;

/** Trials of rules on events of the past, as jobs with progress; whoever drafts rules starts and reads them. */
public interface Simulations {

    /** The longest time one trial covers, in months. */
    int MOST_MONTHS = 24;

    /** Starts one; the days are whole and lie in the past. */
    Simulation start(String version, LocalDate from, LocalDate to, CurrentUser author);

    /** Trials of a version, or of all with "", the newest first. */
    List<Simulation> list(String version, CurrentUser reader);

    Simulation require(long id, CurrentUser reader);

    /** Asks the job to stop; what it found until then stays. */
    boolean cancel(long id, CurrentUser author);

    Simulation.Result result(long id, CurrentUser reader);

    /** The things behind the figures, by their key. */
    List<Simulation.Found> found(long id, Simulation.Filter filter, int size, CurrentUser reader);
}
