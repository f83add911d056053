package org.zhengtong.base.jobs;

/** How far a piece of long work is; every change is stored at once. */
public interface WorkProgress {

    WorkId id();

    /** How many were done before this call; more than zero when the work goes on after a restart. */
    long done();

    void expect(long total);

    /** So many are done, and so many were set aside (与要求不符，留下待查) since the last call. */
    void advance(long done, long setAside);

    void say(JobNote message);

    /** Somebody asked the work to stop. */
    boolean canceled();
}
