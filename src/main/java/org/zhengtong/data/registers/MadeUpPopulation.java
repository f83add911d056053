package org.zhengtong.data.registers;

import org.zhengtong.base.jobs.JobNote;
import org.zhengtong.base.jobs.WorkRequest;

/** Work that fills the population register with people who do not exist, for trying out how it is with a million. */
public final class MadeUpPopulation {

    public static final String KIND = "registers.make_people";

    /** So many at most. */
    public static final long MOST = 10_000_000;

    private MadeUpPopulation() {}

    /** The work for so many people; fewer than one or more than the most become the nearest number allowed. */
    public static WorkRequest of(long people, String by) {
        var many = Math.clamp(people, 1, MOST);
        return new WorkRequest(KIND, JobNote.of("registers.make_people.title", many), String.valueOf(many), by);
    }
}
